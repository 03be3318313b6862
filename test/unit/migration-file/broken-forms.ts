import { type Broken, HEAD } from "./broken.ts";

export const forms: Broken[] = [
  {
    name: "no region, no role, no bucket, no window",
    text: `version: 1
environments:
  production:
    ecs: { aws-region: california, role-to-assume: role/migrate }
    eks: { aws-region: us-west-2a, cluster: my shop }
    state: { s3: { bucket: Shop_State } }
    window: Sunday night
services:
  orders: { image: { from: ecs }, release: { chart: a, namespace: b }, ecs: { cluster: shop } }
`,
    problems: [
      'm.yml:4:24: environments.production.ecs.aws-region: "california" is not a region; write one such as us-west-2',
      'm.yml:4:52: environments.production.ecs.role-to-assume: "role/migrate" is not a role\'s ARN; write one such as arn:aws:iam::111122223333:role/migrate',
      'm.yml:5:24: environments.production.eks.aws-region: "us-west-2a" is not a region; write one such as us-west-2',
      'm.yml:5:45: environments.production.eks.cluster: "my shop" is not an EKS cluster\'s name; write one such as shop',
      'm.yml:6:28: environments.production.state.s3.bucket: "Shop_State" is not an S3 bucket\'s name; write one such as shop-migration',
      'm.yml:7:13: environments.production.window: "Sunday night" has "Sunday" where hours are expected; write a window such as Sun 02:00-05:00 America/Los_Angeles',
    ],
  },
  {
    name: "wrong windows",
    text: `version: 1
environments:
  e0: { ecs: { aws-region: us-west-1, cluster: a }, eks: { aws-region: us-west-2, cluster: a }, window: "Sun 02:00-05:00" }
  e1: { ecs: { aws-region: us-west-1, cluster: a }, eks: { aws-region: us-west-2, cluster: a }, window: "Sun 2-5 UTC" }
  e2: { ecs: { aws-region: us-west-1, cluster: a }, eks: { aws-region: us-west-2, cluster: a }, window: "Funday 02:00-05:00 UTC" }
  e3: { ecs: { aws-region: us-west-1, cluster: a }, eks: { aws-region: us-west-2, cluster: a }, window: "02:00-02:00 UTC" }
  e4: { ecs: { aws-region: us-west-1, cluster: a }, eks: { aws-region: us-west-2, cluster: a }, window: "Sun 02:00-25:00 UTC" }
  e5: { ecs: { aws-region: us-west-1, cluster: a }, eks: { aws-region: us-west-2, cluster: a }, window: "Sun 02:00-05:00 Mars/Base" }
services:
  orders: { image: { from: ecs }, release: { chart: a, namespace: b } }
`,
    problems: [
      'm.yml:3:105: environments.e0.window: "Sun 02:00-05:00" has no time zone; write a window such as Sun 02:00-05:00 America/Los_Angeles',
      'm.yml:4:105: environments.e1.window: "Sun 2-5 UTC" has "2-5" where hours are expected; write a window such as Sun 02:00-05:00 America/Los_Angeles',
      'm.yml:5:105: environments.e2.window: "Funday 02:00-05:00 UTC" has "Funday" where days of the week are expected; write a window such as Sun 02:00-05:00 America/Los_Angeles',
      'm.yml:6:105: environments.e3.window: "02:00-02:00 UTC" begins and ends at the same time, where all day is 00:00-24:00; write a window such as Sun 02:00-05:00 America/Los_Angeles',
      'm.yml:7:105: environments.e4.window: "Sun 02:00-25:00 UTC" has "02:00-25:00" where hours are expected; write a window such as Sun 02:00-05:00 America/Los_Angeles',
      'm.yml:8:105: environments.e5.window: "Sun 02:00-05:00 Mars/Base" has "Mars/Base" where a time zone is expected; write a window such as Sun 02:00-05:00 America/Los_Angeles',
    ],
  },
  {
    name: "wrong names in Kubernetes",
    text: `${HEAD}    release: { name: Orders_Web, namespace: Shop }
    crons:
      - stop: { rule: r1 }
        start: [{ cronjob: a-name-that-is-so-long-that-the-controller-has-no-room-left }, { deployment: Beat }]
`,
    problems: [
      'm.yml:11:22: services.orders.release.name: "Orders_Web" is not a release name; use lower case letters, digits and "-", such as "orders-web"',
      'm.yml:11:45: services.orders.release.namespace: "Shop" is not a namespace name; use lower case letters, digits and "-", such as "shop"',
      'm.yml:14:28: services.orders.crons[0].start[0].cronjob: "a-name-that-is-so-long-that-the-controller-has-no-room-left" is not a CronJob\'s name; write one such as nightly-invoice',
      'm.yml:14:105: services.orders.crons[0].start[1].deployment: "Beat" is not a Deployment\'s name; write one such as beat',
    ],
  },
  {
    name: "wrong names in AWS",
    text: `${HEAD}    ecs: { service: "arn:aws:ecs:us-west-1:111122223333:service/orders" }
    crons:
      - stop: { rule: every night }
        start: [{ cronjob: a }]
      - stop: { schedule: a/b/c }
        start: [{ cronjob: b }]
`,
    problems: [
      'm.yml:11:21: services.orders.ecs.service: "arn:aws:ecs:us-west-1:111122223333:service/orders" is not an ECS service\'s name; write one such as orders',
      'm.yml:13:23: services.orders.crons[0].stop.rule: "every night" is not an EventBridge rule\'s name; write one such as orders-nightly',
      'm.yml:15:27: services.orders.crons[1].stop.schedule: "a/b/c" is not a schedule; write one such as shop/orders-nightly',
    ],
  },
  {
    name: "wrong names in DNS",
    text: `${HEAD}    probe: { path: /, host: "https://orders.example.com" }
    records:
      - { name: orders, target: { kind: ingress, name: orders } }
      - { name: orders.example.com, zone: "my zone", target: { kind: host, name: orders } }
      - { name: a.example.com, type: TXT, target: { kind: host, name: b.example.com, namespace: commerce } }
`,
    problems: [
      'm.yml:11:29: services.orders.probe.host: "https://orders.example.com" is not a host name; write one such as orders.example.com',
      'm.yml:13:17: services.orders.records[0].name: "orders" is not a record\'s name; write one such as orders.example.com',
      'm.yml:14:43: services.orders.records[1].zone: "my zone" is neither a zone\'s id nor its name; write a hosted zone such as Z0123456789ABCDEFGHIJ',
      'm.yml:14:82: services.orders.records[1].target.name: "orders" is not a host name; write one such as k8s-orders.us-west-2.elb.amazonaws.com',
      'm.yml:15:38: services.orders.records[2].type: "TXT" is none of A, AAAA, CNAME',
      "m.yml:15:97: services.orders.records[2].target.namespace: a host has no namespace; leave it out",
    ],
  },
  {
    name: "a wrong probe",
    text: `${HEAD}    probe: { path: healthz, scheme: tcp, status: 700, interval: 5, from: pod }
`,
    problems: [
      'm.yml:11:20: services.orders.probe.path: "healthz" is not a path; write one such as /healthz',
      'm.yml:11:37: services.orders.probe.scheme: "tcp" is none of https, http',
      "m.yml:11:50: services.orders.probe.status: 700 is not a status, a class of them, or a list; write one such as 200",
      "m.yml:11:65: services.orders.probe.interval: 5 is not a duration; write one such as 5s",
      'm.yml:11:74: services.orders.probe.from: "pod" is none of runner, cluster',
    ],
  },
  {
    name: "wrong statuses",
    text: `${HEAD}    probe: { path: /, status: [200, 9xx], headers: { "content type": text/plain } }
`,
    problems: [
      'm.yml:11:37: services.orders.probe.status[1]: "9xx" is not a status or a class of them; write one such as 2xx',
      'm.yml:11:54: services.orders.probe.headers."content type": "content type" is no name; write a header\'s name such as content-type',
    ],
  },
  {
    name: "wrong schedules",
    text: `${HEAD}    crons:
      - stop: { worker: orders-beat }
        start: [{ deployment: beat }]
        jobs:
          - { deployment: beat, schedule: "* * * *" }
          - { deployment: beat, schedule: "0 3 * * ? *" }
          - { deployment: beat, schedule: "cron(0 3 * * ? *)" }
          - { deployment: beat, schedule: "60 * * * *" }
          - { deployment: beat, schedule: "0 0 * * 7" }
          - { deployment: beat, schedule: "*/0 * * * *" }
          - { deployment: beat, schedule: "0 17-9 * * *" }
          - { deployment: beat, schedule: "0 0 1 foo *" }
          - { deployment: beat, schedule: "@often" }
          - { deployment: beat, schedule: "TZ=UTC 0 0 * * *" }
          - { deployment: beat, schedule: "@every soon" }
`,
    problems: [
      'm.yml:15:43: services.orders.crons[0].jobs[0].schedule: "* * * *" has 4 fields, where Kubernetes has five: minute, hour, day of the month, month, day of the week; write a schedule such as "*/5 * * * *"',
      'm.yml:16:43: services.orders.crons[0].jobs[1].schedule: "0 3 * * ? *" has 6 fields, where Kubernetes has five: minute, hour, day of the month, month, day of the week; write a schedule such as "*/5 * * * *"',
      'm.yml:17:43: services.orders.crons[0].jobs[2].schedule: "cron(0 3 * * ? *)" is in the form of AWS, where Kubernetes has five fields; write a schedule such as "*/5 * * * *"',
      'm.yml:18:43: services.orders.crons[0].jobs[3].schedule: "60 * * * *" has "60" as minute, but "60" is not from 0 to 59; write a schedule such as "*/5 * * * *"',
      'm.yml:19:43: services.orders.crons[0].jobs[4].schedule: "0 0 * * 7" has "7" as day of the week, but "7" is not from 0 to 6, and Sunday is 0; write a schedule such as "*/5 * * * *"',
      'm.yml:20:43: services.orders.crons[0].jobs[5].schedule: "*/0 * * * *" has "*/0" as minute, but "*/0" has no step above zero; write a schedule such as "*/5 * * * *"',
      'm.yml:21:43: services.orders.crons[0].jobs[6].schedule: "0 17-9 * * *" has "17-9" as hour, but "17-9" ends before it begins; write a schedule such as "*/5 * * * *"',
      'm.yml:22:43: services.orders.crons[0].jobs[7].schedule: "0 0 1 foo *" has "foo" as month, but "foo" is not from 1 to 12; write a schedule such as "*/5 * * * *"',
      'm.yml:23:43: services.orders.crons[0].jobs[8].schedule: "@often" is no schedule that Kubernetes knows by name; write a schedule such as "*/5 * * * *"',
      'm.yml:24:43: services.orders.crons[0].jobs[9].schedule: "TZ=UTC 0 0 * * *" has a time zone in it, which belongs into time-zone; write a schedule such as "*/5 * * * *"',
      'm.yml:25:43: services.orders.crons[0].jobs[10].schedule: "@every soon" has no duration after @every; write a schedule such as "*/5 * * * *"',
    ],
  },
  {
    name: "a wrong time zone and a wrong duration",
    text: `${HEAD}    crons:
      - stop: { worker: orders-beat }
        start: [{ deployment: beat }]
        jobs: [{ deployment: beat, schedule: "@daily", time-zone: PST8, max-run: 10 minutes }]
`,
    problems: [
      'm.yml:14:67: services.orders.crons[0].jobs[0].time-zone: "PST8" is not a time zone; write one such as America/Los_Angeles',
      'm.yml:14:82: services.orders.crons[0].jobs[0].max-run: "10 minutes" is not a duration above zero; write a duration such as 10m',
    ],
  },
  {
    name: "a wrong name of a service",
    text: `version: 1
environments:
  production:
    ecs: { aws-region: us-west-1, cluster: shop }
    eks: { aws-region: us-west-2, cluster: shop }
services:
  Orders_Web: { image: { from: values }, release: { chart: a, namespace: b } }
`,
    problems: [
      'm.yml:7:3: services.Orders_Web: "Orders_Web" is no name; write lower case letters, digits and "-", such as orders-web',
    ],
  },
  {
    name: "a wrong timeout",
    text: `${HEAD}    release: { timeout: 0s }
`,
    problems: [
      'm.yml:11:25: services.orders.release.timeout: "0s" is not a duration above zero; write a duration such as 10m',
    ],
  },
];
