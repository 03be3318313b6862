import { type Broken, HEAD } from "./broken.ts";

export const yaml: Broken[] = [
  {
    name: "nothing",
    text: ``,
    problems: ["m.yml:1:1: is empty; write version: 1 and what is to move"],
  },
  {
    name: "only comments",
    text: `# to do
`,
    problems: ["m.yml:1:1: is empty; write version: 1 and what is to move"],
  },
  {
    name: "a list",
    text: `- version: 1
`,
    problems: ["m.yml:1:1: is not a map; write version: 1 and what is to move"],
  },
  {
    name: "text",
    text: `version 1
`,
    problems: ["m.yml:1:1: is not a map; write version: 1 and what is to move"],
  },
  {
    name: "a tab as indent",
    text: `version: 1
services:
\torders: {}
`,
    problems: ["m.yml:3:1: is not YAML: tabs are not allowed as indentation; indent by spaces"],
  },
  {
    name: "a bracket that is not closed",
    text: `version: 1
services: [orders
`,
    problems: [
      "m.yml:3:1: is not YAML: flow sequence in block collection must be sufficiently indented and end with a ]; close the bracket, or indent what is in it",
    ],
  },
  {
    name: "a quote that is not closed",
    text: `version: 1
services:
  orders:
    probe: { path: '/x }
`,
    problems: ["m.yml:5:1: is not YAML: missing closing 'quote"],
  },
  {
    name: "a key in the line of another",
    text: `version: 1
services: orders: {}
`,
    problems: [
      "m.yml:2:11: is not YAML: a map cannot begin in the line of another key; put text that has a colon and a blank in it in quotes",
    ],
  },
  {
    name: "a wrong indent",
    text: `version: 1
services:
  orders: {}
 billing: {}
`,
    problems: [
      "m.yml:4:1: is not YAML: all mapping items must start at the same column; indent the keys of a map alike",
    ],
  },
  {
    name: "a value that begins with @",
    text: `version: 1
services:
  orders:
    ecs: { service: @orders }
`,
    problems: ["m.yml:4:21: is not YAML: plain value cannot start with reserved character @; put the text in quotes"],
  },
  {
    name: "a tag",
    text: `version: 1
services:
  orders:
    ecs: { service: !env ORDERS }
`,
    problems: ["m.yml:4:21: is not YAML: unresolved tag: !env; leave the tag out"],
  },
  {
    name: "two documents",
    text: `version: 1
---
version: 1
`,
    problems: [
      "m.yml:2:1: is not YAML: another document begins here; write one document a file: leave out the --- between them",
    ],
  },
  {
    name: "a key twice",
    text: `version: 1
environments:
  production:
    ecs: { aws-region: us-west-1, cluster: shop }
    eks: { aws-region: us-west-2, cluster: shop }
services:
  orders:
    probe: { path: /a }
    probe: { path: /b }
    image: { from: ecs }
    release: { chart: a, namespace: b }
`,
    problems: ["m.yml:9:5: services.orders.probe: is there twice, first in line 8; leave one of them out"],
  },
  {
    name: "an alias without an anchor",
    text: `${HEAD}    probe: *probe
`,
    problems: [
      "m.yml:11:12: services.orders.probe: *probe has no anchor before it; write &probe there, or the text in quotes",
    ],
  },
  {
    name: "an alias within itself",
    text: `${HEAD}    probe: &probe { path: /a, headers: *probe }
`,
    problems: ["m.yml:11:40: services.orders.probe.headers: *probe is within itself; write out what it is"],
  },
  {
    name: "a merge of what is no map",
    text: `${HEAD}    probe: { <<: [a], path: /a }
`,
    problems: ["m.yml:11:19: services.orders.probe: << brings in maps only; write << with a map, such as <<: *shared"],
  },
  {
    name: "a key that is a map",
    text: `${HEAD}    ? { path: /a }
    : b
`,
    problems: ["m.yml:11:7: services.orders: a key must be text; put text that has braces in it in quotes"],
  },
  {
    name: "the key __proto__",
    text: `${HEAD}    __proto__: { path: /a }
`,
    problems: ["m.yml:11:5: services.orders: __proto__ cannot be a key; leave it out"],
  },
  {
    name: "braces without quotes",
    text: `${HEAD}    release: { namespace: {service} }
`,
    problems: [
      'm.yml:11:27: services.orders.release.namespace: a map is not a namespace; put it in quotes, since YAML takes braces for a map: "{service}"',
    ],
  },
  {
    name: "braces without quotes, and more behind",
    text: `${HEAD}    release:
      namespace: {service}-shop
`,
    problems: ["m.yml:12:27: is not YAML: unexpected scalar at node end; put {service} and {environment} in quotes"],
  },
];
