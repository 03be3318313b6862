import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { opened } from "./opened.ts";
import { newKey } from "./place.ts";
import { type S3Place, s3Place } from "./s3-place.ts";

const ALL = ["s3:GetObject", "s3:PutObject"];

let place: S3Place;
beforeAll(async () => {
  place = await s3Place();
});
afterAll(() => place.close());

describe("what is in the bucket", () => {
  test("is a folder for each service, for people to read", async () => {
    const [key, store] = [{ environment: "production", service: "orders" }, await place.open()];
    const open = await opened(store, key);
    await open.append({ kind: "note", text: "one" });
    await open.append({ kind: "note", text: "two" });
    const journal = await place.object("k8s-migrate/production/orders/journal.json");
    expect(journal.ContentType).toBe("application/json");
    expect(journal.text.split("\n")).toEqual([
      expect.stringMatching(/^\{"schemaVersion":1,.*"entries":\[$/),
      expect.stringMatching(/^\{"sequence":1,.*"text":"one",.*\},$/),
      expect.stringMatching(/^\{"sequence":2,.*"text":"two",.*\}$/),
      "]}",
      "",
    ]);
    const lock = await place.object("k8s-migrate/production/orders/lock.json");
    expect(lock.ContentType).toBe("application/json");
    expect(lock.text).toMatch(/^\{\n {2}"holder": "us",\n {2}"runUrl": "https:/);
    await open.close("settled");
    const freed = await place.object("k8s-migrate/production/orders/lock.json");
    expect(JSON.parse(freed.text)).toMatchObject({ holder: "", journalHead: expect.stringMatching(/^2 /) });
    expect(store.journals.place(key)).toMatchObject({
      journal: `s3://${place.bucket}/k8s-migrate/production/orders/journal.json`,
      remove: `aws s3 rm --recursive s3://${place.bucket}/k8s-migrate/production/orders/`,
    });
  });

  test("is below the prefix where there is one", async () => {
    const key = newKey();
    const { journals, leases } = await place.openWith({ prefix: "/team/a/" });
    await journals.write(key, "one", undefined);
    expect((await place.object(`team/a/k8s-migrate/production/${key.service}/journal.json`)).text).toBe("one");
    expect(journals.place(key).rights).toContain(`"arn:aws:s3:::${place.bucket}/team/a/k8s-migrate/*"`);
    expect(journals.place(key).journal).toContain(`/team/a/k8s-migrate/production/${key.service}/`);
    await opened({ journals: { ...journals, read: async () => undefined }, leases }, key).then((open) =>
      open.close("settled"),
    );
    expect((await place.object(`team/a/k8s-migrate/production/${key.service}/lock.json`)).text).toContain('"holder"');
  });

  test("is no lock where somebody put something else", async () => {
    const [key, store] = [newKey(), await place.open()];
    const Key = `k8s-migrate/production/${key.service}/lock.json`;
    for (const Body of [" ", "{", "null", "{}", "[]"]) {
      await place.s3.send(new PutObjectCommand({ Bucket: place.bucket, Key, Body }));
      await expect(opened(store, key)).rejects.toThrow(
        `s3://${place.bucket}/${Key} is not a lock as k8s-migrate writes it. Make sure that no run works on this service, remove it (aws s3 rm s3://${place.bucket}/${Key}), and run this again`,
      );
    }
  });
});

describe("messages", () => {
  test("a bucket that is not there", async () => {
    const [key, store] = [newKey(), await place.openMissing()];
    const bucket = `${place.bucket}-not-there`;
    const next = `Next: check state.s3 in the migration file: there is no bucket ${bucket}; or make it (aws s3 mb s3://${bucket} --region us-west-1), with versioning (aws s3api put-bucket-versioning --bucket ${bucket} --versioning-configuration Status=Enabled)`;
    const at = `s3://${bucket}/k8s-migrate/production/${key.service}`;
    await expect(opened(store, key)).rejects.toThrow(`S3: read ${at}/lock.json failed: NoSuchBucket: `);
    await expect(opened(store, key)).rejects.toThrow(next);
    await expect(store.journals.read(key)).rejects.toThrow(next);
    await expect(store.journals.write(key, "one", undefined)).rejects.toThrow(`S3: write ${at}/journal.json failed: `);
    await expect(store.journals.write(key, "one", '"1"')).rejects.toThrow(next);
  });

  test("a bucket in another region", async () => {
    const store = await place.openWith({ region: "eu-central-1" });
    const next = /\nNext: set state\.s3\.aws-region to .*: it is not in eu-central-1$/m;
    await expect(store.journals.read(newKey())).rejects.toThrow(next);
    await expect(store.journals.write(newKey(), "one", undefined)).rejects.toThrow(next);
    await expect(opened(store, newKey())).rejects.toThrow(next);
  });

  test("a bucket of which S3 says in which region it is", async () => {
    const proxy = await place.proxy();
    const { journals } = await place.openWith({}, proxy.url);
    proxy.refuse(301, "PermanentRedirect", { "x-amz-bucket-region": "eu-west-1" });
    await expect(journals.write(newKey(), "one", undefined)).rejects.toThrow(
      "\nNext: set state.s3.aws-region to eu-west-1: it is not in us-west-1",
    );
  });

  test.each([
    ["nothing", []],
    ["only read", ["s3:GetObject"]],
    ["only write", ["s3:PutObject"]],
  ])("a login that may do %s", async (_, actions) => {
    const policy = actions.map((Action) => ({ Effect: "Allow" as const, Action, Resource: "*" }));
    const store = await place.openWith({ credentials: await place.login(policy) });
    const key = newKey();
    const arn = `arn:aws:s3:::${place.bucket}`;
    const next = `\nNext: allow s3:GetObject, s3:PutObject and s3:ListBucket on bucket ${place.bucket} for the role, or the user, whose credentials the job has, by [{"Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],"Resource":"${arn}/k8s-migrate/*"},{"Effect":"Allow","Action":"s3:ListBucket","Resource":"${arn}"}] in its policy`;
    await expect(opened(store, key)).rejects.toMatchObject({
      name: "OutsideError",
      message: expect.stringContaining(next),
    });
    expect(await place.text(key)).toBeUndefined();
  });

  test("a login that may do what the message says", async () => {
    const arn = `arn:aws:s3:::${place.bucket}`;
    const credentials = await place.login([
      { Effect: "Allow", Action: ALL, Resource: `${arn}/k8s-migrate/*` },
      { Effect: "Allow", Action: "s3:ListBucket", Resource: arn },
    ]);
    const key = newKey();
    const open = await opened(await place.openWith({ credentials }), key);
    await open.append({ kind: "note", text: "one" });
    await open.append({ kind: "note", text: "two" });
    await open.close("settled");
    expect(await place.text(key)).toContain('"text":"two"');
  });

  test("keys that AWS does not know", async () => {
    const credentials = async () => ({ accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "unknown" });
    const store = await place.openWith({ credentials });
    await expect(opened(store, newKey())).rejects.toThrow(/^S3: read .*\nNext: /);
  });

  test("an address where nobody is", async () => {
    const store = await place.openWith({}, "http://127.0.0.1:1");
    await expect(store.journals.read(newKey())).rejects.toThrow(
      /ECONNREFUSED[\s\S]*\nNext: check that the runner can reach AWS/,
    );
  });
});

test("a call ends when S3 is silent, at once or in the middle of its answer", async () => {
  const silent = createServer((request, response) => {
    if (request.url?.includes("half")) response.writeHead(200, { etag: '"1"', "content-length": 100 }).write("{");
  }).listen(0, "127.0.0.1");
  await once(silent, "listening");
  try {
    const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    process.env.AWS_ENDPOINT_URL = url;
    const { journals } = place.openAt({});
    const says = /^S3: read .* failed: no answer within 15 s: timeout\nNext: check that the runner can reach AWS/;
    await Promise.all(["none", "half"].map((name) => expect(journals.read(newKey(name))).rejects.toThrow(says)));
  } finally {
    process.env.AWS_ENDPOINT_URL = place.url;
    silent.closeAllConnections();
    silent.close();
  }
}, 60_000);

describe("an answer of S3", () => {
  test.each([
    ["that another write is under way", 409, "ConditionalRequestConflict"],
    ["that it is too busy", 503, "SlowDown"],
    ["that it failed", 500, "InternalError"],
    ["that the body came too late", 400, "RequestTimeout"],
  ])("%s is no end", async (_, status, code) => {
    const [proxy, key] = [await place.proxy(), newKey()];
    const { journals } = await place.openWith({}, proxy.url);
    proxy.refuse(status, code);
    const first = await journals.write(key, "one", undefined);
    if (first === "changed") throw new Error("It was changed.");
    proxy.refuse(status, code);
    expect(await journals.write(key, "two", first.version)).toMatchObject({ version: expect.any(String) });
    expect(await place.text(key)).toBe("two");
  });

  test("that another write is under way, which wins", async () => {
    const [proxy, key] = [await place.proxy(), newKey()];
    const { journals } = await place.openWith({}, proxy.url);
    await place.overwrite(key, "theirs");
    proxy.refuse(409, "ConditionalRequestConflict");
    expect(await journals.write(key, "ours", undefined)).toBe("changed");
  });

  test("about the lock is as much as one about the journal", async () => {
    const [proxy, key] = [await place.proxy(), newKey()];
    const store = await place.openWith({}, proxy.url);
    proxy.lose("answer", "answer");
    proxy.refuse(409, "ConditionalRequestConflict");
    const open = await opened(store, key);
    await open.append({ kind: "note", text: "one" });
    await open.close("settled");
    expect(await place.text(key)).toContain('"text":"one"');
  });
});
