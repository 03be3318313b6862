import type {
  Condition,
  ContainerFacts,
  ContainerState,
  EventFacts,
  ObjectFacts,
  PodFacts,
} from "../evidence/facts.ts";
import { plain } from "../evidence/text.ts";
import type { Evidence } from "../ports/evidence.ts";

type Hide = (text: string) => string;

/**
 * From this length on the kubelet may have cut a container's last message at its beginning: it keeps 2 KiB of a log, 4 KiB of
 * a file. https://kubernetes.io/docs/tasks/debug/debug-application/determine-reason-pod-failure/
 */
const CUT_MESSAGE_BYTES = 2048;

/**
 * The same evidence without secrets. They are hidden as soon as the words come in: later these are cut, joined and escaped,
 * and a part of a secret is not found any more.
 *
 * @param hidden gives a text without the secrets that it holds
 */
export function hiddenEvidence(evidence: Evidence, hidden: Hide): Evidence {
  // Once more without colours, which may stand in the middle of a word, since reports leave them out.
  const hide: Hide = (text) => hidden(plain(hidden(text)));
  return {
    states: async (objects) => (await evidence.states(objects)).map((each) => hiddenObject(each, hide)),
    logToEnd: async (container, signal) => hiddenLog(await evidence.logToEnd(container, signal), hide),
    collect: async (objects) => (await evidence.collect(objects)).map((each) => hiddenObject(each, hide)),
  };
}

// Names stay as they are: more is read by them.
function hiddenObject(object: ObjectFacts, hide: Hide): ObjectFacts {
  return {
    ...object,
    conditions: object.conditions.map((each) => hiddenWords(each, hide)),
    events: object.events.map((each) => hiddenEvent(each, hide)),
    pods: object.pods.map((each) => hiddenPod(each, hide)),
  };
}

function hiddenPod(pod: PodFacts, hide: Hide): PodFacts {
  return {
    ...hiddenWords(pod, hide),
    conditions: pod.conditions.map((each) => hiddenWords(each, hide)),
    containers: pod.containers.map((each) => hiddenContainer(each, hide)),
    events: pod.events.map((each) => hiddenEvent(each, hide)),
  };
}

function hiddenContainer(container: ContainerFacts, hide: Hide): ContainerFacts {
  const { image, state, lastState, log, previousLog } = container;
  return {
    ...container,
    image: hide(image),
    state: hiddenState(state, hide),
    ...(lastState ? { lastState: hiddenState(lastState, hide) } : {}),
    ...(log ? { log: hiddenLog(log, hide) } : {}),
    ...(previousLog ? { previousLog: hiddenLog(previousLog, hide) } : {}),
  };
}

function hiddenState(state: ContainerState, hide: Hide): ContainerState {
  const { kind, message } = state;
  const cut = kind === "terminated" && Buffer.byteLength(message) >= CUT_MESSAGE_BYTES;
  return hiddenWords(cut ? { ...state, message: message.replace(/^.*\n?/, "") } : state, hide);
}

function hiddenEvent(event: EventFacts, hide: Hide): EventFacts {
  return hiddenWords({ ...event, about: hide(event.about) }, hide);
}

function hiddenWords<T extends Pick<Condition, "reason" | "message">>(words: T, hide: Hide): T {
  return { ...words, reason: hide(words.reason), message: hide(words.message) };
}

/** As one text, since a secret may have several lines. */
function hiddenLog(lines: readonly string[], hide: Hide): string[] {
  return lines.length === 0 ? [] : hide(lines.join("\n").replaceAll("\r\n", "\n")).split("\n");
}
