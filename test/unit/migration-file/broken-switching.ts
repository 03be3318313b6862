import { type Broken, HEAD } from "./broken.ts";

/** A file with one service, and these keys at the end of its environment. */
function inEnvironment(text: string): string {
  return `version: 1
environments:
  production:
    ecs: { aws-region: us-west-1, cluster: shop }
    eks: { aws-region: us-west-2, cluster: shop }
${text}services:
  orders: { image: { from: values }, release: { chart: a, namespace: b } }
`;
}

/** A file with one service for each of these values of `switch`, the first of them in line 10. */
function services(...values: string[]): string {
  const each = values.map((value, at) => `  s${at}: { switch: ${value} }\n`);
  return HEAD.replace("  orders:\n", each.join(""));
}

/** A key of the error rate, in a file that is right besides. */
function rates(...values: string[]): string {
  return services(...values.map((value) => `{ weights: [50, 100], abort: { error-rate: ${value} } }`));
}

export const switching: Broken[] = [
  {
    name: "wrong servers to ask",
    text: inEnvironment(`    dns:
      resolver: resolver.example.com
      name-servers: [10.0.0.256, "10.0.0.2:dns", "10.0.0.2:70000", "[10.0.0.2]:53", "fd00::2]:53", "10.0.0.2:0", ""]
`),
    problems: [
      'm.yml:7:17: environments.production.dns.resolver: "resolver.example.com" is not an IP address, with its port or without; write a server\'s address such as 10.0.0.2',
      'm.yml:8:22: environments.production.dns.name-servers[0]: "10.0.0.256" is not an IP address, with its port or without; write a server\'s address such as 10.0.0.2',
      'm.yml:8:34: environments.production.dns.name-servers[1]: "10.0.0.2:dns" has "dns" where a port is expected; write a server\'s address such as 10.0.0.2',
      'm.yml:8:50: environments.production.dns.name-servers[2]: "10.0.0.2:70000" has "70000" where a port is expected; write a server\'s address such as 10.0.0.2',
      'm.yml:8:68: environments.production.dns.name-servers[3]: "[10.0.0.2]:53" is not an IP address, with its port or without; write a server\'s address such as 10.0.0.2',
      'm.yml:8:85: environments.production.dns.name-servers[4]: "fd00::2]:53" is not an IP address, with its port or without; write a server\'s address such as 10.0.0.2',
      'm.yml:8:100: environments.production.dns.name-servers[5]: "10.0.0.2:0" has "0" where a port is expected; write a server\'s address such as 10.0.0.2',
      "m.yml:8:114: environments.production.dns.name-servers[6]: is empty; write a server's address such as 10.0.0.2",
    ],
  },
  {
    name: "a list of resolvers, and one name server",
    text: inEnvironment(`    dns: { resolver: [10.0.0.2], name-servers: 10.0.0.53, resolvers: [] }
`),
    problems: [
      "m.yml:6:22: environments.production.dns.resolver: a list is not a server's address; write it such as 10.0.0.2",
      'm.yml:6:48: environments.production.dns.name-servers: "10.0.0.53" is not a list of servers\' addresses; write one such as [10.0.0.53]',
      "m.yml:6:59: environments.production.dns.resolvers: there is no such key; did you mean resolver?",
    ],
  },
  {
    name: "no servers at all",
    text: inEnvironment(`    dns: { resolver: , name-servers: [] }
`),
    problems: [
      "m.yml:6:22: environments.production.dns.resolver: is empty; write a server's address such as 10.0.0.2, or leave the key out",
      "m.yml:6:38: environments.production.dns.name-servers: has no entry; write it such as [10.0.0.53]",
    ],
  },
  {
    name: "wrong members, and what keeps no record",
    text: `${HEAD}    probe: { path: / }
    records:
      - { name: a.example.com, members: ecs, target: { kind: ingress, name: a } }
      - { name: b.example.com, members: [], target: { kind: ingress, name: a } }
      - { name: c.example.com, members: [1, " b"], target: { kind: ingress, name: a } }
      - { name: d.example.com, managed-by: true, target: { kind: ingress, name: a } }
      - { name: e.example.com, managed-by: "Terraform of the platform team, in shop-infra", target: { kind: ingress, name: a } }
      - { name: f.example.com, managed_by: cdk, target: { kind: ingress, name: a } }
`,
    problems: [
      'm.yml:13:41: services.orders.records[0].members: "ecs" is not a list of set identifiers; write one such as [ecs]',
      "m.yml:14:41: services.orders.records[1].members: has no entry; write it such as [ecs]",
      'm.yml:15:42: services.orders.records[2].members[0]: 1 is not a set identifier; put it in quotes: "1"',
      'm.yml:15:45: services.orders.records[2].members[1]: " b" is not a set identifier; write one such as ecs',
      'm.yml:16:44: services.orders.records[3].managed-by: true is not the name of what keeps it, of at most 40 characters; put it in quotes: "true"',
      'm.yml:17:44: services.orders.records[4].managed-by: "Terraform of the platform team, in shop-infra" is not the name of what keeps it, of at most 40 characters; write one such as terraform',
      "m.yml:18:32: services.orders.records[5].managed_by: there is no such key; did you mean managed-by?",
    ],
  },
  {
    name: "weights that do not go up to 100",
    text: services(
      "{ weights: [10, 1, 100] }",
      "{ weights: [1, 10, 50] }",
      "{ weights: [1, 1, 100] }",
      "{ weights: [1, 100, 50] }",
      "{ weights: [] }",
    ),
    problems: [
      "m.yml:10:33: services.s0.switch.weights[1]: 1 is not above 10, the one before it; write ascending numbers that end at 100, such as [1, 10, 50, 100]",
      "m.yml:11:36: services.s1.switch.weights[2]: 50 is the last, so that not all goes over; write ascending numbers that end at 100, such as [1, 10, 50, 100]",
      "m.yml:12:32: services.s2.switch.weights[1]: 1 is not above 1, the one before it; write ascending numbers that end at 100, such as [1, 10, 50, 100]",
      "m.yml:13:37: services.s3.switch.weights[2]: 50 is not above 100, the one before it; write ascending numbers that end at 100, such as [1, 10, 50, 100]",
      "m.yml:14:28: services.s4.switch.weights: has no entry; write it such as [1, 10, 50, 100]",
    ],
  },
  {
    name: "weights that are none",
    text: services(
      "{ weights: [0, 100] }",
      "{ weights: [1, 200] }",
      "{ weights: 100 }",
      '{ weights: ["1%", 100] }',
      "{ weights: [50.5, 100] }",
      "100",
    ),
    problems: [
      "m.yml:10:29: services.s0.switch.weights[0]: 0 is not a whole number from 1 to 100; write one such as 10",
      "m.yml:11:32: services.s1.switch.weights[1]: 200 is not a whole number from 1 to 100; write one such as 10",
      "m.yml:12:28: services.s2.switch.weights: 100 is not a list of whole numbers; write one such as [1, 10, 50, 100]",
      'm.yml:13:29: services.s3.switch.weights[0]: "1%" is not a whole number from 1 to 100; write one such as 10',
      "m.yml:14:29: services.s4.switch.weights[0]: 50.5 is not a whole number from 1 to 100; write one such as 10",
      "m.yml:15:17: services.s5.switch: 100 is not a map; write one such as { weights: [1, 10, 50, 100] }",
    ],
  },
  {
    name: "wrong rules of abort",
    text: `${HEAD}    switch:
      weights: [50, 100]
      bake: 5
      abort:
        probe-failures: 0
        error-rates: {}
        error-rate: { most: 1, from: {}, least-requests: 0 }
`,
    problems: [
      "m.yml:13:13: services.orders.switch.bake: 5 is not a duration; write one such as 5m",
      "m.yml:15:25: services.orders.switch.abort.probe-failures: 0 is not a whole number from 1 to 100; write one such as 3",
      "m.yml:16:9: services.orders.switch.abort.error-rates: there is no such key; did you mean error-rate?",
      "m.yml:17:29: services.orders.switch.abort.error-rate.most: 1 is not a share below 1, or a percentage below 100%; write one such as 1%",
      "m.yml:17:38: services.orders.switch.abort.error-rate.from: names nothing; write one of cloudwatch, url",
      "m.yml:17:58: services.orders.switch.abort.error-rate.least-requests: 0 is not a whole number from 1 to 1000000; write one such as 100",
    ],
  },
  {
    name: "wrong shares of an error rate",
    text: rates(
      "{ most: 100%, from: { cloudwatch: true } }",
      '{ most: "0.01", from: { cloudwatch: true } }',
      "{ most: -0.1, from: { cloudwatch: true } }",
      "{ from: { cloudwatch: true } }",
      "1%",
    ),
    problems: [
      'm.yml:10:68: services.s0.switch.abort.error-rate.most: "100%" is not a share below 1, or a percentage below 100%; write one such as 1%',
      'm.yml:11:68: services.s1.switch.abort.error-rate.most: "0.01" is not a share below 1, or a percentage below 100%; write one such as 1%',
      "m.yml:12:68: services.s2.switch.abort.error-rate.most: -0.1 is not a share below 1, or a percentage below 100%; write one such as 1%",
      "m.yml:13:48: services.s3.switch.abort.error-rate.most: is missing; write a share below 1, or a percentage below 100% such as 1%, here or in defaults",
      'm.yml:14:60: services.s4.switch.abort.error-rate: "1%" is not a map; write one such as { most: 1%, from: { cloudwatch: true } }',
    ],
  },
  {
    name: "wrong sources of an error rate",
    text: rates(
      "{ most: 1%, from: { cloudwatch: false } }",
      '{ most: 1%, from: { cloudwatch: true, url: "https://a.example.com" } }',
      "{ most: 1%, from: cloudwatch }",
      '{ most: 1%, from: { url: "http://a.example.com/" } }',
      '{ most: 1%, from: { url: "https://user:word@a.example.com/" } }',
      '{ most: 1%, from: { url: "https://a.example.com/{name}" } }',
      "{ most: 1% }",
    ),
    problems: [
      "m.yml:10:92: services.s0.switch.abort.error-rate.from.cloudwatch: false is not the word true; write the word true",
      "m.yml:11:78: services.s1.switch.abort.error-rate.from: has cloudwatch and url; write one of cloudwatch, url",
      'm.yml:12:78: services.s2.switch.abort.error-rate.from: "cloudwatch" is not a map; write one such as { cloudwatch: true }',
      'm.yml:13:85: services.s3.switch.abort.error-rate.from.url: "http://a.example.com/" is not an https address; write one such as https://metrics.example.com/error-rate',
      'm.yml:14:85: services.s4.switch.abort.error-rate.from.url: "https://user:word@a.example.com/" is not an https address; write one such as https://metrics.example.com/error-rate',
      'm.yml:15:85: services.s5.switch.abort.error-rate.from.url: "https://a.example.com/{name}" has {name}, but only {service} and {environment} are filled in; write an https address such as https://metrics.example.com/error-rate',
      "m.yml:16:48: services.s6.switch.abort.error-rate.from: is missing; write a map such as { cloudwatch: true }, here or in defaults",
    ],
  },
  {
    name: "rules for steps, and no steps",
    text: `${HEAD}    switch: { bake: 5m, abort: { probe-failures: 2 } }
`,
    problems: [
      "m.yml:11:21: services.orders.switch.bake: only steps are watched, and there are none; write switch.weights such as [1, 10, 50, 100], or leave it out",
      "m.yml:11:32: services.orders.switch.abort: only steps are watched, and there are none; write switch.weights such as [1, 10, 50, 100], or leave it out",
    ],
  },
  {
    name: "steps that no record can take",
    text: `${HEAD}    probe: { path: / }
    records:
      - { name: a.example.com, members: [ecs], target: { kind: ingress, name: a } }
      - { name: b.example.com, target: { kind: ingress, name: a } }
    switch: { weights: [50, 100] }
  billing:
    probe: { path: / }
    records: [{ name: c.example.com, managed-by: cdk, members: [ecs], target: { kind: ingress, name: a } }]
    switch: { weights: [50, 100] }
`,
    problems: [
      "m.yml:13:41: services.orders.records[0].members: members of a set go over at once, and switch.weights has steps; leave out one of them, or write weights: [100]",
      "m.yml:19:24: services.billing.switch.weights: no record is switched here, since all of them have managed-by; leave it out",
    ],
  },
  {
    name: "a wrong image, a wrong comparison, a wrong margin",
    text: `${HEAD}    probe: { path: /, compare: headers, image: "curl:latest image" }
    prepare: { margin: 0s }
  billing:
    probe: { path: /, compare: false, image: curlimages/curl@sha256:abc }
`,
    problems: [
      'm.yml:11:32: services.orders.probe.compare: "headers" is none of off, status, body',
      'm.yml:11:48: services.orders.probe.image: "curl:latest image" is not an image; write one such as registry.example.com/curl:8.21.0',
      'm.yml:12:24: services.orders.prepare.margin: "0s" is not a duration above zero; write a duration such as 60s',
      "m.yml:14:32: services.billing.probe.compare: false is none of off, status, body",
      'm.yml:14:46: services.billing.probe.image: "curlimages/curl@sha256:abc" is not an image; write one such as registry.example.com/curl:8.21.0',
    ],
  },
];
