import { awsMessages } from "./aws.ts";
import { chartMessages } from "./chart.ts";
import { clusterMessages } from "./cluster.ts";
import { objectMessages } from "./objects.ts";
import type { LoginMessage, Message } from "./place.ts";
import { rightsMessages } from "./rights.ts";
import { runMessages } from "./running.ts";
import { sourceMessages } from "./sources.ts";
import { webhookMessages } from "./webhooks.ts";

/** All that a deploy can be told, by subject. */
export const messages: Record<string, Message[]> = {
  "The cluster and the login": clusterMessages,
  Rights: rightsMessages,
  "Where charts come from": sourceMessages,
  "The chart and its values": chartMessages,
  "Objects that the cluster refuses": [...objectMessages, ...webhookMessages],
  "While it runs": runMessages,
};

/** What the login to AWS and EKS can be told. */
export const loginMessages: LoginMessage[] = awsMessages;
