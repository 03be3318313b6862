import { type Broken, HEAD } from "./broken.ts";

export const references: Broken[] = [
  {
    name: "no environments and no services",
    text: `version: 1
`,
    problems: [
      "m.yml:1:1: environments: is missing; write one such as production, with ecs and eks: see docs/migration-file.md",
      "m.yml:1:1: services: is missing; write one such as orders: see docs/migration-file.md",
    ],
  },
  {
    name: "no version",
    text: `environments:
  production:
    ecs: { aws-region: us-west-1, cluster: shop }
    eks: { aws-region: us-west-2, cluster: shop }
services:
  orders: { image: { from: values }, release: { chart: a, namespace: b } }
`,
    problems: ["m.yml:1:1: version: is missing; write version: 1"],
  },
  {
    name: "an environment without its clusters",
    text: `version: 1
environments:
  production: { eks: { cluster: shop } }
services:
  orders: { image: { from: values }, release: { chart: a, namespace: b }, ecs: { cluster: c } }
`,
    problems: [
      "m.yml:3:15: environments.production.ecs: is missing; write a map such as { aws-region: us-west-1, cluster: shop }",
      "m.yml:3:22: environments.production.eks.aws-region: is missing; write a region such as us-west-2",
    ],
  },
  {
    name: "an environment that is not there",
    text: `${HEAD}    environments:
      prodution: { release: { namespace: shop } }
      test: {}
`,
    problems: [
      'm.yml:12:7: services.orders.environments.prodution: there is no environment "prodution"; did you mean production?',
      'm.yml:13:7: services.orders.environments.test: there is no environment "test"; environments has production',
    ],
  },
  {
    name: "a service that lacks keys everywhere",
    text: `version: 1
environments:
  production:
    ecs: { aws-region: us-west-1, cluster: shop }
    eks: { aws-region: us-west-2, cluster: shop }
services:
  orders:
    release: { namespace: commerce }
`,
    problems: [
      "m.yml:7:3: services.orders.image: is missing; write a map such as { from: ecs, values-path: image }, here or in defaults",
      "m.yml:8:5: services.orders.release.chart: is missing; write a chart such as charts/service, here or in defaults",
    ],
  },
  {
    name: "a key that is misspelt, and so missing",
    text: `version: 1
environments:
  production:
    ecs: { aws-region: us-west-1, cluster: shop }
    eks: { aws-region: us-west-2, cluster: shop }
services:
  orders:
    image: { form: ecs }
    release: { chrat: charts/service, namespace: commerce }
`,
    problems: [
      "m.yml:8:14: services.orders.image.form: there is no such key; did you mean from?",
      "m.yml:9:16: services.orders.release.chrat: there is no such key; did you mean chart?",
    ],
  },
  {
    name: "records without a probe",
    text: `${HEAD}    records: [{ name: orders.example.com, target: { kind: ingress, name: orders } }]
`,
    problems: [
      "m.yml:10:3: services.orders.probe: is missing; write a map such as { path: /healthz }, here or in defaults",
    ],
  },
  {
    name: "no cluster of ECS anywhere",
    text: `version: 1
environments:
  production:
    ecs: { aws-region: us-west-1 }
    eks: { aws-region: us-west-2, cluster: shop }
services:
  orders: { image: { from: values }, release: { chart: a, namespace: b } }
`,
    problems: [
      "m.yml:7:3: services.orders.ecs.cluster: is missing; write an ECS cluster's name such as orders, here or in defaults",
    ],
  },
  {
    name: "a cron that stops nothing, two things, starts nothing",
    text: `${HEAD}    crons:
      - stop: {}
        start: [{ cronjob: a }]
      - stop: { rule: a, worker: b }
        start: [{ cronjob: b }]
      - stop: { rule: c }
        start: []
      - stop: { rule: d }
        start: [{}]
      - stop: { rule: e }
`,
    problems: [
      "m.yml:12:15: services.orders.crons[0].stop: names nothing; write one of rule, schedule, env-switch, worker",
      "m.yml:14:15: services.orders.crons[1].stop: has rule and worker; write one of rule, schedule, env-switch, worker",
      "m.yml:17:16: services.orders.crons[2].start: has no entry; write it such as [{ cronjob: nightly-invoice }]",
      "m.yml:19:17: services.orders.crons[3].start[0]: names nothing; write one of cronjob, deployment",
      "m.yml:20:9: services.orders.crons[4].start: is missing; write a list with at least one entry such as [{ cronjob: nightly-invoice }]",
    ],
  },
  {
    name: "replicas of a CronJob",
    text: `${HEAD}    crons:
      - stop: { rule: a }
        start: [{ cronjob: a, replicas: 2 }]
`,
    problems: ["m.yml:13:41: services.orders.crons[0].start[0].replicas: a CronJob has no replicas; leave it out"],
  },
  {
    name: "jobs of a rule",
    text: `${HEAD}    crons:
      - stop: { rule: a }
        start: [{ cronjob: a }]
        jobs: [{ cronjob: a, schedule: "@daily" }]
`,
    problems: ["m.yml:14:15: services.orders.crons[0].jobs: AWS itself knows when a rule runs; leave it out"],
  },
  {
    name: "jobs that nothing starts",
    text: `${HEAD}    crons:
      - stop: { worker: a }
        start: [{ cronjob: cleanup }]
        jobs:
          - { cronjob: clean-up, schedule: "@daily" }
          - { deployment: beat, schedule: "@daily" }
`,
    problems: [
      'm.yml:15:24: services.orders.crons[0].jobs[0].cronjob: "clean-up" is not among what start names; did you mean cleanup?',
      'm.yml:16:27: services.orders.crons[0].jobs[1].deployment: "beat" is not among what start names; write it there, as - deployment: beat',
    ],
  },
  {
    name: "a CronJob started twice in a service",
    text: `${HEAD}    crons:
      - stop: { rule: a }
        start: [{ cronjob: nightly }]
      - stop: { rule: b }
        start: [{ cronjob: nightly }]
`,
    problems: [
      "m.yml:15:17: services.orders.crons[1].start[0]: the CronJob nightly is also started by services.orders.crons[0].start[0] at m.yml:13; start each in one place",
    ],
  },
  {
    name: "things stopped twice by two services",
    text: `${HEAD}    crons:
      - stop: { rule: nightly }
        start: [{ cronjob: a }]
      - stop: { schedule: default/s }
        start: [{ cronjob: b }]
      - stop: { worker: shop/beat }
        start: [{ cronjob: c }]
      - stop: { env-switch: { service: web, name: CRON, off: "0" } }
        start: [{ cronjob: d }]
  billing:
    crons:
      - stop: { rule: nightly }
        start: [{ cronjob: e }]
      - stop: { schedule: s }
        start: [{ cronjob: f }]
      - stop: { worker: beat }
        start: [{ cronjob: g }]
      - stop: { env-switch: { service: web, name: CRON, off: "0" } }
        start: [{ cronjob: h }]
`,
    problems: [
      "m.yml:22:15: services.billing.crons[0].stop: the rule nightly is also stopped by services.orders.crons[0].stop at m.yml:12; stop each once, and name all that takes over from it there",
      "m.yml:24:15: services.billing.crons[1].stop: the schedule s is also stopped by services.orders.crons[1].stop at m.yml:14; stop each once, and name all that takes over from it there",
      "m.yml:26:15: services.billing.crons[2].stop: the worker beat is also stopped by services.orders.crons[2].stop at m.yml:16; stop each once, and name all that takes over from it there",
      "m.yml:28:15: services.billing.crons[3].stop: the variable CRON of web is also stopped by services.orders.crons[3].stop at m.yml:18; stop each once, and name all that takes over from it there",
    ],
  },
  {
    name: "a record moved by two services",
    text: `${HEAD}    probe: &probe { path: / }
    records:
      - { name: orders.example.com, target: { kind: ingress, name: orders } }
      - { name: a.example.com, type: A, target: { kind: ingress, name: orders } }
  billing:
    probe: *probe
    records:
      - { name: Orders.example.com., zone: example.com, target: { kind: ingress, name: billing } }
      - { name: a.example.com, type: AAAA, target: { kind: ingress, name: billing } }
`,
    problems: [
      "m.yml:18:9: services.billing.records[0]: the record Orders.example.com. is also moved by services.orders.records[0] at m.yml:13; move a record once, or tell the two apart by zone or type",
      "m.yml:19:9: services.billing.records[1]: the record a.example.com is also moved by services.orders.records[1] at m.yml:14; move a record once, or tell the two apart by zone or type",
    ],
  },
  {
    name: "a release of two services",
    text: `${HEAD}    release: { name: web }
  billing:
    release: { name: web }
`,
    problems: [
      "m.yml:13:5: services.billing: the release web in commerce is also used by services.orders at m.yml:11; give each service a release of its own",
    ],
  },
  {
    name: "a problem in defaults is told once, where it is",
    text: `version: 1
environments:
  production:
    ecs: { aws-region: us-west-1, cluster: shop }
    eks: { aws-region: us-west-2, cluster: shop }
defaults:
  image: { from: ecs }
  release: { chart: charts/service, namespace: Commerce }
services:
  orders: {}
  billing: {}
`,
    problems: [
      'm.yml:8:48: defaults.release.namespace: "Commerce" is not a namespace name; use lower case letters, digits and "-", such as "commerce"',
    ],
  },
  {
    name: "a problem in the part of an environment",
    text: `${HEAD}    environments:
      production: { probe: { path: / , passes: 0 } }
`,
    problems: [
      "m.yml:12:48: services.orders.environments.production.probe.passes: 0 is not a whole number from 1 to 100; write one such as 3",
    ],
  },
  {
    name: "a rule in defaults, for all services",
    text: `version: 1
environments:
  production:
    ecs: { aws-region: us-west-1, cluster: shop }
    eks: { aws-region: us-west-2, cluster: shop }
defaults:
  image: { from: ecs }
  release: { chart: charts/service, namespace: commerce }
  crons: [{ stop: { rule: nightly }, start: [{ cronjob: "{service}-nightly" }] }]
services:
  orders: {}
  billing: {}
`,
    problems: [
      "m.yml:9:19: defaults.crons[0].stop: the rule nightly is stopped by services.orders and by services.billing; write {service} into its name, or write it at the service",
    ],
  },
];
