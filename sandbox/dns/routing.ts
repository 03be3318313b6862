import type { ResourceRecordSet } from "@aws-sdk/client-route-53";

/**
 * The member of a set to answer with: of weighted ones a draw by weight, of a failover pair the primary, of others the first.
 * A weight of 0 is never drawn, unless all are 0: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-weighted.html
 */
export function chosen(members: ResourceRecordSet[]): ResourceRecordSet | undefined {
  const weights = members.map(({ Weight }) => Weight ?? 0);
  if (members.length < 2 || members.every(({ Weight }) => Weight === undefined)) {
    return members.find(({ Failover }) => Failover === "PRIMARY") ?? members[0];
  }
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const shares = sum === 0 ? weights.map(() => 1 / weights.length) : weights.map((weight) => weight / sum);
  let rest = Math.random();
  return members.find((_, i) => {
    rest -= shares[i] ?? 0;
    return rest < 0;
  });
}
