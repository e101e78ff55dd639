// Plays every scenario as a client written with @grpc/grpc-js. Prints one JSON line for each: its name, and what was wrong if anything.
'use strict';
const assert = require('node:assert/strict');
const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');

const definition = loader.loadSync('../Protos/echo.proto', { keepCase: true, defaults: true, enums: String });
const { echo } = grpc.loadPackageDefinition(definition);
const BIG = { 'grpc.max_receive_message_length': 64 << 20, 'grpc.max_send_message_length': 64 << 20 };
const REASON = '失败: 100% 原因\n';
const RAW = Buffer.from([0, 1, 254, 255]);
const address = process.argv[2];
const connect = (options = {}) => new echo.v1.Echo(address, grpc.credentials.createInsecure(), { ...BIG, ...options });
const client = connect();
const metadata = (entries) => entries.reduce((m, [key, value]) => (m.add(key, value), m), new grpc.Metadata());

// One unary call: its reply or error, and its metadata.
const say = (request, { headers = new grpc.Metadata(), options = {}, on = client, start } = {}) => new Promise((resolve) => {
  const end = {};
  const call = on.Say(request, headers, options, (error, reply) => Object.assign(end, { error, reply }));
  call.on('metadata', (m) => { end.initial = m; });
  call.on('status', (status) => setImmediate(() => resolve({ ...end, status })));
  if (start) start(call);
});
const ok = async (request, more) => {
  const { error, reply } = await say(request, more);
  if (error) throw error;
  return reply;
};
const event = (name) => ok({ act: 'AWAIT', text: name }, { options: { deadline: Date.now() + 30000 } });

// Everything a stream of replies gives, with its status.
const drain = (call, each = () => {}) => new Promise((resolve) => {
  const numbers = [];
  call.on('data', (reply) => { numbers.push(reply.number); each(reply, numbers.length); });
  call.on('error', () => {});
  call.on('status', (status) => resolve({ numbers, status }));
});
const upload = (requests, on = client) => new Promise((resolve) => {
  const call = on.Up((error, reply) => resolve({ error, reply }));
  call.on('error', () => {});
  const pump = () => {
    for (let next = requests.next(); !next.done; next = requests.next()) {
      if (!call.write(next.value)) return call.once('drain', pump);
    }
    return call.end();
  };
  pump();
});
const count = (n) => [...Array(n).keys()];

const scenarios = {
  async unary_call() {
    const reply = await ok({ text: '重庆', count: 7, maybe: 0 });
    assert.deepEqual([reply.text, reply.number], ['重庆', 7]);
  },
  async status_with_reason_and_trailers() {
    const { error, status } = await say({ fail_code: 9 });
    assert.deepEqual([error.code, error.details], [9, REASON]);
    assert.deepEqual(status.metadata.get('x-why'), ['because']);
    assert.deepEqual(status.metadata.get('x-raw-bin'), [RAW]);
  },
  async status_of_every_code() {
    for (const code of count(17).slice(1)) assert.equal((await say({ fail_code: code })).error.code, code);
  },
  async exception_in_the_service() {
    assert.equal((await say({ act: 'THROW' })).error.code, grpc.status.UNKNOWN);
  },
  async request_metadata() {
    const headers = metadata([['x-a', '1'], ['x-b-bin', Buffer.from([0, 255])], ['x-b-bin', Buffer.from([7])]]);
    const lines = (await ok({ act: 'PEEK' }, { headers, options: { deadline: Date.now() + 3000000 } })).text.split('\n');
    for (const line of ['x-a=1', 'x-b-bin=00ff', 'x-b-bin=07']) assert.ok(lines.includes(line), lines.join());
    const left = Number(lines.at(-1).replace('left=', ''));
    assert.ok(left >= 2990 && left <= 3050, lines.at(-1));
  },
  async response_metadata() {
    const { initial, status } = await say({ act: 'HEADERS' });
    assert.deepEqual(initial.get('x-head'), ['early']);
    assert.deepEqual(status.metadata.get('x-done'), ['1']);
  },
  async unknown_method() {
    const call = (path) => new Promise((resolve) => client.makeUnaryRequest(path, (x) => x, (x) => x, Buffer.alloc(0), (error) => resolve(error)));
    assert.equal((await call('/echo.v1.Echo/Missing')).code, grpc.status.UNIMPLEMENTED);
    assert.equal((await call('/missing.v1.Missing/Missing')).code, grpc.status.UNIMPLEMENTED);
  },
  async oversized_request() {
    assert.equal((await say({ blob: Buffer.alloc(4 << 20) })).error.code, grpc.status.RESOURCE_EXHAUSTED);
    assert.equal((await ok({ blob: Buffer.alloc((4 << 20) - 20) })).blob.length, (4 << 20) - 20);
  },
  async large_reply() {
    assert.equal((await ok({ act: 'BIG', count: 20 << 20 })).blob.length, 20 << 20);
  },
  async gzip_request() {
    const gzip = connect({ 'grpc.default_compression_algorithm': 2 });
    assert.equal((await ok({ blob: Buffer.alloc(100000, 97) }, { on: gzip })).blob.length, 100000);
    gzip.close();
  },
  async deadline_of_a_polite_service() {
    const { error } = await say({ act: 'HANG', text: 'js polite' }, { options: { deadline: Date.now() + 2000 } });
    assert.equal(error.code, grpc.status.DEADLINE_EXCEEDED);
    await event('cancelled js polite');
  },
  async deadline_of_a_deaf_service() {
    const { error } = await say({ act: 'DEAF', text: 'js deaf' }, { options: { deadline: Date.now() + 2000 } });
    assert.equal(error.code, grpc.status.DEADLINE_EXCEEDED);
    await ok({ act: 'REPORT', text: 'release js deaf' });
  },
  async deadline_in_a_stream() {
    const { numbers, status } = await drain(client.Down({ act: 'HANG', text: 'js down late', count: 3 }, { deadline: Date.now() + 2000 }));
    assert.deepEqual([numbers, status.code], [[0, 1, 2], grpc.status.DEADLINE_EXCEEDED]);
    await event('cancelled js down late');
  },
  async server_stream() {
    const { numbers, status } = await drain(client.Down({ count: 1000 }));
    assert.deepEqual(numbers, count(1000));
    assert.deepEqual([status.code, status.metadata.get('x-total')], [0, ['1000']]);
  },
  async empty_server_stream() {
    const { numbers, status } = await drain(client.Down({ count: 0 }));
    assert.deepEqual([numbers, status.code, status.metadata.get('x-total')], [[], 0, ['0']]);
  },
  async status_after_messages() {
    const { numbers, status } = await drain(client.Down({ count: 3, fail_code: 10 }));
    assert.deepEqual([numbers, status.code, status.details], [[0, 1, 2], 10, REASON]);
  },
  async slow_reader() {
    const call = client.Down({ count: 3000, blob: Buffer.alloc(10000) });
    const end = drain(call, (reply, n) => { if (n % 500 === 0) { call.pause(); setImmediate(() => call.resume()); } });
    assert.deepEqual((await end).numbers, count(3000));
  },
  async client_stream() {
    const { reply } = await upload(count(500).map(() => ({ blob: Buffer.alloc(10) })).values());
    assert.deepEqual([reply.number, reply.text], [500, '5000']);
  },
  async early_answer_to_an_upload() {
    const { reply } = await upload(count(2000).map((i) => ({ text: i === 5 ? 'early' : 'x', blob: Buffer.alloc(20000) })).values());
    assert.equal(reply.text, 'early');
  },
  async refusal_of_an_upload() {
    const { error } = await upload(count(400).map((i) => ({ fail_code: i === 1 ? 8 : 0, blob: Buffer.alloc(100000) })).values());
    assert.deepEqual([error.code, error.details], [8, REASON]);
  },
  async duplex_ping_pong() {
    const call = client.Chat();
    const end = drain(call, (reply, n) => { if (n < 200) call.write({ count: n }); else call.end(); });
    call.write({ count: 0 });
    const { numbers, status } = await end;
    assert.deepEqual([numbers, status.code], [count(200), 0]);
  },
  async cancel_of_a_unary_call() {
    const end = say({ act: 'HANG', text: 'js unary' }, { start: (call) => event('started js unary').then(() => call.cancel()) });
    assert.equal((await end).error.code, grpc.status.CANCELLED);
    await event('cancelled js unary');
  },
  async cancel_in_a_server_stream() {
    const call = client.Down({ act: 'HANG', text: 'js down', count: 2 });
    const { status } = await drain(call, (reply, n) => { if (n === 2) call.cancel(); });
    assert.equal(status.code, grpc.status.CANCELLED);
    await event('cancelled js down');
  },
  async cancel_of_an_idle_duplex_stream() {
    const call = client.Chat();
    const end = drain(call, () => call.cancel());
    call.write({ text: 'js idle' });
    assert.equal((await end).status.code, grpc.status.CANCELLED);
    await event('over js idle'); // node half-closes before it resets, so the service may see a proper end
  },
  async many_calls_on_one_connection() {
    const replies = await Promise.all(count(300).map((i) => ok({ count: i })));
    assert.deepEqual(replies.map((reply) => reply.number), count(300));
  },
};

(async () => {
  for (const [name, play] of Object.entries(scenarios)) {
    let problem = null;
    try { await play(); } catch (error) { problem = String(error.stack ?? error); }
    console.log(JSON.stringify({ name, problem }));
  }
  process.exit(0);
})();
