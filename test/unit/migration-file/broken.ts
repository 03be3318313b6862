/** A file that is wrong, and every line that the user sees of it. */
export type Broken = { name: string; text: string; problems: string[] };

/** What stands before a service's keys, which begin in line 11. */
export const HEAD = `version: 1
environments:
  production:
    ecs: { aws-region: us-west-1, cluster: shop }
    eks: { aws-region: us-west-2, cluster: shop }
defaults:
  image: { from: ecs }
  release: { chart: charts/service, namespace: commerce }
services:
  orders:
`;
