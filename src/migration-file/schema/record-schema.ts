import * as z from "zod";
import { HOSTED_ZONE_ID, SET_IDENTIFIER } from "../forms/aws-forms.ts";
import { isHostName, isRecordName, NAMESPACE, OBJECT_NAME } from "../forms/names.ts";
import { placeholdersIn } from "../placeholders.ts";
import { choice, instead, shown, text, withFacts } from "./leaves.ts";

const hostExample = "k8s-orders.us-west-2.elb.amazonaws.com";

const target = z
  .strictObject({
    kind: choice(
      ["ingress", "http-route", "service", "host"],
      "An Ingress, an HTTPRoute, a Service of type LoadBalancer, or a host by its name.",
    ),
    name: text({
      description: "Name of the object in Kubernetes; of a `host` its DNS name.",
      is: "a name",
      example: "orders",
      placeholders: true,
    }),
    namespace: text({
      description: "Namespace of the object. Default is that of `release`.",
      is: "a namespace",
      example: "commerce",
      pattern: NAMESPACE,
      placeholders: true,
    }).optional(),
  })
  .check((context) => {
    const { kind, name, namespace } = context.value;
    const wrong = placeholdersIn(name).length > 0 ? undefined : nameFacts(kind, name);
    if (wrong) {
      const message = `${shown(name)} is not ${wrong.is}`;
      context.issues.push({
        code: "custom",
        message,
        input: name,
        path: ["name"],
        params: instead(wrong, message),
        continue: true,
      });
    }
    if (kind === "host" && namespace !== undefined) {
      const params = { instead: "leave it out" };
      const message = "a host has no namespace";
      context.issues.push({ code: "custom", message, input: namespace, path: ["namespace"], params, continue: true });
    }
  });

/** What the name should be, when it is not that. */
function nameFacts(kind: string, name: string) {
  if (kind === "host") {
    return isHostName(name) ? undefined : { description: "", is: "a host name", example: hostExample };
  }
  if (OBJECT_NAME.test(name)) return undefined;
  return { description: "", is: "the name of an object in Kubernetes", example: "orders" };
}

/** One name in DNS that moves. */
export const recordSchema = z.strictObject({
  name: text({
    description: "Name of the record set.",
    is: "a record's name",
    example: "orders.example.com",
    placeholders: true,
    problem: (name) => (isRecordName(name) ? undefined : "is not a record's name"),
  }),
  zone: text({
    description: "Hosted zone, by id or name. Needed only where more than one zone has the record.",
    is: "a hosted zone",
    example: "Z0123456789ABCDEFGHIJ",
    problem: (zone) =>
      HOSTED_ZONE_ID.test(zone) || isHostName(zone) ? undefined : "is neither a zone's id nor its name",
  }).optional(),
  type: choice(
    ["A", "AAAA", "CNAME"],
    "Type of the record set. Needed only where it is ambiguous; A and AAAA move together.",
  ).optional(),
  members: withFacts(
    z
      .array(
        text({
          description: "Set identifier of a member.",
          is: "a set identifier",
          example: "ecs",
          pattern: SET_IDENTIFIER,
          placeholders: true,
        }),
      )
      .min(1),
    {
      description:
        "Which members of a weighted (or otherwise routed) set move, by their set identifiers. Default is all, where they point at the same.",
      is: "a list of set identifiers",
      example: ["ecs"],
    },
  ).optional(),
  "managed-by": text({
    description:
      "What keeps the record, when it is not changed by hand: `terraform`, `cloudformation`, `cdk`, `external-dns` or another. It is not switched then: the plan prints what to change there.",
    is: "the name of what keeps it, of at most 40 characters",
    example: "terraform",
    pattern: /^\S(.{0,38}\S)?$/,
  }).optional(),
  target: withFacts(target, {
    description: "What the record points at afterwards.",
    is: "a map",
    example: { kind: "ingress", name: "orders" },
  }),
});
