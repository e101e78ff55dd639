// The echo service written with @grpc/grpc-js; does what its callers tell it to, see the proto. Prints its port, ends with its input.
'use strict';
const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');

const definition = loader.loadSync('../Protos/echo.proto', { keepCase: true, defaults: true, enums: String });
const { echo } = grpc.loadPackageDefinition(definition);
const REASON = '失败: 100% 原因\n';
const RAW = Buffer.from([0, 1, 254, 255]);
const metadata = (entries) => entries.reduce((m, [key, value]) => (m.add(key, value), m), new grpc.Metadata());
const refusal = (code) => ({ code, details: REASON, metadata: metadata([['x-why', 'because'], ['x-raw-bin', RAW]]) });

const events = new Map();
const event = (name) => {
  if (!events.has(name)) {
    let report;
    const reported = new Promise((resolve) => { report = resolve; });
    events.set(name, { report, reported });
  }
  return events.get(name);
};

const describe = (call) => {
  const lines = [];
  for (const key of Object.keys(call.metadata.getMap())) {
    for (const value of call.metadata.get(key)) lines.push(`${key}=${Buffer.isBuffer(value) ? value.toString('hex') : value}`);
  }
  const deadline = call.getDeadline();
  lines.push(`left=${deadline === Infinity ? 'none' : Math.round((deadline - Date.now()) / 1000)}`);
  return lines.join('\n');
};

const acts = {
  HANG: (call, done) => {
    call.on('cancelled', () => { event(`cancelled ${call.request.text}`).report(); done(null, {}); });
    event(`started ${call.request.text}`).report();
  },
  DEAF: (call, done) => {
    event(`started ${call.request.text}`).report();
    event(`release ${call.request.text}`).reported.then(() => done(null, {}));
  },
  THROW: (call, done) => done(new Error('boom')),
  PEEK: (call, done) => done(null, { text: describe(call) }),
  HEADERS: (call, done) => {
    call.sendMetadata(metadata([['x-head', 'early'], ['x-head-bin', RAW]]));
    done(null, {}, metadata([['x-done', '1']]));
  },
  AWAIT: (call, done) => event(call.request.text).reported.then(() => done(null, {})),
  BIG: (call, done) => done(null, { blob: Buffer.alloc(call.request.count) }),
  REPORT: (call, done) => { event(call.request.text).report(); done(null, {}); },
  ECHO: ({ request }, done) => done(null, { text: request.text, number: request.count, blob: request.blob }),
};

const service = {
  Say(call, done) {
    if (call.request.fail_code) done(refusal(call.request.fail_code));
    else acts[call.request.act](call, done);
  },
  async Down(call) {
    const { request } = call;
    call.on('cancelled', () => event(`cancelled ${request.text}`).report());
    for (let i = 0; i < request.count && !call.cancelled; i++) {
      if (!call.write({ text: request.text, number: i, blob: request.blob })) await new Promise((resolve) => call.once('drain', resolve));
    }
    if (request.act === 'HANG') event(`started ${request.text}`).report();
    else if (request.fail_code) call.emit('error', refusal(request.fail_code));
    else call.end(metadata([['x-total', String(request.count)]]));
  },
  Up(call, done) {
    let number = 0;
    let length = 0;
    let answered = false;
    const answer = (error, reply) => { if (!answered) { answered = true; done(error, reply); } };
    call.on('data', (request) => {
      number += 1;
      length += request.blob.length;
      if (request.fail_code) answer(refusal(request.fail_code));
      else if (request.text === 'early') answer(null, { text: 'early', number });
    });
    call.on('end', () => answer(null, { text: String(length), number }));
    call.on('error', () => {});
  },
  Chat(call) {
    let text = '';
    call.on('cancelled', () => event(`cancelled ${text}`).report());
    call.on('data', (request) => { text = request.text; call.write({ text, number: request.count, blob: request.blob }); });
    call.on('end', () => call.end());
    call.on('error', () => {});
  },
};

const server = new grpc.Server({
  'grpc.max_send_message_length': 64 << 20,
  'grpc.default_compression_algorithm': process.argv.includes('gzip') ? 2 : 0,
});
server.addService(echo.v1.Echo.service, service);
server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, port) => console.log(error ?? port));
process.stdin.on('end', () => process.exit(0)).resume();
