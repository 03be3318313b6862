import { type Broken, HEAD } from "./broken.ts";

export const values: Broken[] = [
  {
    name: "no such key in a service",
    text: `${HEAD}    recrods: []
`,
    problems: ["m.yml:11:5: services.orders.recrods: there is no such key; did you mean records?"],
  },
  {
    name: "no such key, and nothing like it",
    text: `${HEAD}    dockerfile: Dockerfile
`,
    problems: [
      "m.yml:11:5: services.orders.dockerfile: there is no such key; here are image, release, ecs, records, probe, crons, prepare, switch, environments",
    ],
  },
  {
    name: "no such key at the top",
    text: `${HEAD}    {}
environment: production
`,
    problems: ["m.yml:12:1: environment: there is no such key; did you mean environments?"],
  },
  {
    name: "no such key deep down",
    text: `${HEAD}    records:
      - name: orders.example.com
        target: { kind: ingress, nmae: orders }
    probe: { path: / }
`,
    problems: [
      "m.yml:13:17: services.orders.records[0].target.name: is missing; write a name such as orders",
      "m.yml:13:34: services.orders.records[0].target.nmae: there is no such key; did you mean name?",
    ],
  },
  {
    name: "a wrong version",
    text: `version: 2
environments:
  production:
    ecs: { aws-region: us-west-1, cluster: shop }
    eks: { aws-region: us-west-2, cluster: shop }
services: { orders: { image: { from: values }, release: { chart: a, namespace: b } } }
`,
    problems: ["m.yml:1:10: version: 2 is not a version that is known here; write one such as 1"],
  },
  {
    name: "a version as text",
    text: `version: "1"
environments:
  production:
    ecs: { aws-region: us-west-1, cluster: shop }
    eks: { aws-region: us-west-2, cluster: shop }
services: { orders: { image: { from: values }, release: { chart: a, namespace: b } } }
`,
    problems: ['m.yml:1:10: version: "1" is not a version that is known here; write one such as 1'],
  },
  {
    name: "an empty key",
    text: `${HEAD}    records:
`,
    problems: [
      "m.yml:11:13: services.orders.records: is empty; write a list such as [{ name: orders.example.com, target: { kind: ingress, name: orders } }], or leave the key out",
    ],
  },
  {
    name: "a map in place of a list",
    text: `${HEAD}    records: { name: orders.example.com }
`,
    problems: [
      "m.yml:11:14: services.orders.records: a map is not a list; write it such as [{ name: orders.example.com, target: { kind: ingress, name: orders } }]",
    ],
  },
  {
    name: "text in place of a map",
    text: `${HEAD}    probe: /healthz
`,
    problems: ['m.yml:11:12: services.orders.probe: "/healthz" is not a map; write one such as { path: /healthz }'],
  },
  {
    name: "a list in place of a map",
    text: `${HEAD}    release: [charts/service]
`,
    problems: [
      "m.yml:11:14: services.orders.release: a list is not a map; write it such as { chart: charts/service, namespace: commerce }",
    ],
  },
  {
    name: "a number in place of text",
    text: `${HEAD}    release: { chart-version: 1.10 }
`,
    problems: ['m.yml:11:31: services.orders.release.chart-version: 1.10 is not a version; put it in quotes: "1.10"'],
  },
  {
    name: "true or false in place of text",
    text: `${HEAD}    crons:
      - stop: { env-switch: { name: CRON_ENABLED, off: false } }
        start: [{ cronjob: cleanup }]
`,
    problems: [
      'm.yml:12:56: services.orders.crons[0].stop.env-switch.off: false is not text; put it in quotes: "false"',
    ],
  },
  {
    name: "text in place of a number",
    text: `${HEAD}    prepare: { ttl: sixty }
`,
    problems: [
      'm.yml:11:21: services.orders.prepare.ttl: "sixty" is not a number of seconds from 1 to 3600; write one such as 60',
    ],
  },
  {
    name: "a number out of bounds",
    text: `${HEAD}    prepare: { ttl: 0, keep-alive: 5 }
`,
    problems: [
      "m.yml:11:21: services.orders.prepare.ttl: 0 is not a number of seconds from 1 to 3600; write one such as 60",
      "m.yml:11:36: services.orders.prepare.keep-alive: 5 is not a number of seconds from 60 to 604800; write one such as 60",
    ],
  },
  {
    name: "a fraction",
    text: `${HEAD}    probe: { path: /, passes: 1.5 }
`,
    problems: [
      "m.yml:11:31: services.orders.probe.passes: 1.5 is not a whole number from 1 to 100; write one such as 3",
    ],
  },
  {
    name: "a wrong choice",
    text: `${HEAD}    image: { from: esc }
`,
    problems: ['m.yml:11:20: services.orders.image.from: "esc" is none of ecs, values; did you mean ecs?'],
  },
  {
    name: "a wrong kind of target",
    text: `${HEAD}    records: [{ name: orders.example.com, target: { kind: ingres, name: orders } }]
    probe: { path: / }
`,
    problems: [
      'm.yml:11:59: services.orders.records[0].target.kind: "ingres" is none of ingress, http-route, service, host; did you mean ingress?',
    ],
  },
  {
    name: "no such placeholder",
    text: `${HEAD}    release: { value-files: ["values/{envrionment}.yaml"] }
`,
    problems: [
      'm.yml:11:30: services.orders.release.value-files[0]: "values/{envrionment}.yaml" has {envrionment}, but only {service} and {environment} are filled in; write a path such as charts/orders.yaml',
    ],
  },
  {
    name: "a placeholder that makes a wrong name",
    text: `${HEAD}    ecs: { service: "{service}/{environment}" }
`,
    problems: [
      'm.yml:11:21: services.orders.ecs.service: "orders/production" is not an ECS service\'s name; write one such as orders',
    ],
  },
  {
    name: "a service without a value",
    text: `${HEAD}  billing:
`,
    problems: [
      "m.yml:10:10: services.orders: is empty; write a map such as {}, or leave the key out",
      "m.yml:11:11: services.billing: is empty; write a map such as {}, or leave the key out",
    ],
  },
  {
    name: "text for an environment's part",
    text: `${HEAD}    environments: production
`,
    problems: [
      'm.yml:11:19: services.orders.environments: "production" is not a map of environments; write one such as { staging: { release: { namespace: commerce-staging } } }',
    ],
  },
];
