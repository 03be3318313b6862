import { expect, test } from "@jest/globals";
import { pinnedDigest, repositoryOf } from "../../../src/running-image/image-reference.ts";
import { runningImageOf, type ServiceFacts } from "../../../src/running-image/running-image.ts";

const digest = `sha256:${"1".repeat(64)}`;

test.each([
  ["nginx", "nginx", undefined],
  ["nginx:1.27", "nginx", undefined],
  ["registry.example.com:5000/team/app:1.2", "registry.example.com:5000/team/app", undefined],
  ["registry.example.com:5000/team/app", "registry.example.com:5000/team/app", undefined],
  [`localhost:5000/app:1@${digest}`, "localhost:5000/app", digest],
  [`team/app@${digest}`, "team/app", digest],
])("%s is of repository %s", (image, repository, pinned) => {
  expect(repositoryOf(image)).toBe(repository);
  expect(pinnedDigest(image)).toBe(pinned);
});

const arn = (revision: number) => `arn:aws:ecs:us-west-1:111122223333:task-definition/orders:${revision}`;
const definition = (revision: number, image = "app:1", name = "web") => ({
  arn: arn(revision),
  family: "orders",
  containers: [{ name, image, essential: true, variables: [] }],
});
const facts = (change: Partial<ServiceFacts> = {}): ServiceFacts => ({
  cluster: "shop",
  service: "orders",
  taskDefinition: arn(1),
  desired: 2,
  served: [],
  tasks: [{ taskDefinition: arn(1), digests: { web: digest } }],
  definitions: [definition(1)],
  ...change,
});

test("a sidecar that ECS itself adds to the tasks is none to choose from", () => {
  const digests = { web: digest, "ecs-service-connect-x": digest };
  const found = runningImageOf(facts({ tasks: [{ taskDefinition: arn(1), digests }] }));
  expect(found).toEqual({ image: `app@${digest}`, container: "web", containers: ["web"], taskDefinition: arn(1) });
});

test.each([{}, { web: `sha256:${"2".repeat(64)}` }])(
  "what the definition names by digest runs, where ECS reports %j",
  (digests) => {
    const pinned = { definitions: [definition(1, `app:1@${digest}`)], tasks: [{ taskDefinition: arn(1), digests }] };
    expect(runningImageOf(facts(pinned))).toMatchObject({ image: `app@${digest}` });
  },
);

test.each<[string, Partial<ServiceFacts>, string]>([
  [
    "one task of several reports no digest",
    {
      tasks: [
        { taskDefinition: arn(1), digests: { web: digest } },
        { taskDefinition: arn(1), digests: {} },
      ],
    },
    "ECS does not report the digest of app:1, which container web of service orders in cluster shop runs",
  ],
  [
    "the container is new in the revision that is to run",
    { taskDefinition: arn(2), definitions: [definition(1, "app:1", "app"), definition(2)] },
    "ECS service orders in cluster shop is being deployed: it is to run orders:2, and its tasks run orders:1 (1 task)",
  ],
  [
    "its definition was deleted",
    { definitions: [] },
    "ECS service orders in cluster shop has task definition orders:1, which is not there any more",
  ],
  [
    "its load balancers name a container that it does not have any more",
    {
      served: ["gone"],
      definitions: [
        { ...definition(1), containers: ["a", "b"].flatMap((name) => definition(1, "x", name).containers) },
      ],
    },
    "ECS service orders in cluster shop has more than one container: it has a, b. Name one",
  ],
  ["no task runs, though some should", { tasks: [] }, "ECS service orders in cluster shop has no running task: which"],
])("not clear where %s", (_where, change, problem) => {
  expect(runningImageOf(facts(change))).toMatchObject({ problem: expect.stringContaining(problem) });
});
