import * as z from "zod";
import { HEADER_NAME, HTTP_PATH, STATUS_CLASS } from "../forms/http-forms.ts";
import { IMAGE, isHostName } from "../forms/names.ts";
import { choice, count, duration, text, withFacts } from "./leaves.ts";

/** Of all platforms, made by the curl project: https://github.com/curl/curl-container */
const CURL_IMAGE = "curlimages/curl:8.21.0@sha256:7c12af72ceb38b7432ab85e1a265cff6ae58e06f95539d539b654f2cfa64bb13";

const statusFacts = { is: "a status, a class of them, or a list", example: 200 };
const status = z.union([z.int().min(100).max(599), z.string().regex(STATUS_CLASS)]);
const statusList = z
  .array(withFacts(status, { description: "", is: "a status or a class of them", example: "2xx" }))
  .min(1);

/** How a side is asked. */
export const probeSchema = z.strictObject({
  scheme: choice(["https", "http"], "How it is asked.").default("https"),
  path: text({
    description: "What is asked for.",
    is: "a path",
    example: "/healthz",
    pattern: HTTP_PATH,
    placeholders: true,
  }),
  host: text({
    description: "The host that is asked for. Default is each record's name.",
    is: "a host name",
    example: "orders.example.com",
    placeholders: true,
    problem: (name) => (isHostName(name) ? undefined : "is not a host name"),
  }).optional(),
  status: withFacts(z.union([...status.options, statusList]), {
    description: "The status that the answer must have: one, a class such as `2xx`, or a list of them.",
    ...statusFacts,
  }).default(200),
  headers: withFacts(z.record(z.string().regex(HEADER_NAME), z.string()), {
    description: "Headers that the answer must have.",
    is: "a map of text",
    example: { "content-type": "application/json" },
  }).optional(),
  body: text({
    description: "Text that must be somewhere in the answer's body.",
    is: "text",
    example: "ok",
    pattern: /^[\s\S]+$/,
  }).optional(),
  from: choice(
    ["runner", "cluster"],
    "Who asks: the runner, or a pod in the cluster for what the runner cannot reach.",
  ).default("runner"),
  image: text({
    description: "Image of the pod that asks where `from` is `cluster`. It has to have `curl` 7.83 or later.",
    is: "an image",
    example: "registry.example.com/curl:8.21.0",
    pattern: IMAGE,
  }).default(CURL_IMAGE),
  compare: choice(
    ["off", "status", "body"],
    "What of the new side's answer must be as in the old side's: nothing, the status, or the whole body.",
  ).default("status"),
  passes: count(
    { description: "How often in a row it must pass.", is: "a whole number", example: 3 },
    { from: 1, to: 100 },
  ).default(3),
  interval: duration({ description: "How long to wait from one to the next.", example: "5s" }).default("5s"),
});
