"""Plays every scenario as a client written with grpcio. Prints one JSON line for each: its name, and what was wrong if anything."""
import json
import queue
import sys
import traceback

sys.path.insert(0, 'generated')
import grpc
import echo_pb2 as pb
import echo_pb2_grpc as stubs

BIG = [('grpc.max_receive_message_length', 64 << 20), ('grpc.max_send_message_length', 64 << 20)]
REASON = '失败: 100% 原因\n'
RAW = b'\x00\x01\xfe\xff'
Request = pb.EchoRequest
Code = grpc.StatusCode
scenarios = []


def scenario(function):
    scenarios.append(function)
    return function


def refused(code, call):
    try:
        call()
    except grpc.RpcError as e:
        assert e.code() == code, e.code()
        return e
    raise AssertionError('was not refused')


def await_event(echo, name):
    echo.Say(Request(act=pb.AWAIT, text=name), timeout=30)


@scenario
def unary_call(echo):
    reply = echo.Say(Request(text='重庆', count=7, maybe=0))
    assert (reply.text, reply.number) == ('重庆', 7)


@scenario
def status_with_reason_and_trailers(echo):
    e = refused(Code.FAILED_PRECONDITION, lambda: echo.Say(Request(fail_code=9)))
    trailers = dict(e.trailing_metadata())
    assert e.details() == REASON, e.details()
    assert (trailers['x-why'], trailers['x-raw-bin']) == ('because', RAW)


@scenario
def status_of_every_code(echo):
    for code in Code:
        if code is not Code.OK:
            refused(code, lambda: echo.Say(Request(fail_code=code.value[0])))


@scenario
def exception_in_the_service(echo):
    refused(Code.UNKNOWN, lambda: echo.Say(Request(act=pb.THROW)))


@scenario
def request_metadata(echo):
    text = echo.Say(Request(act=pb.PEEK), metadata=[('x-a', '1'), ('x-b-bin', b'\x00\xff')], timeout=3000).text.split('\n')
    assert 'x-a=1' in text and 'x-b-bin=00ff' in text, text
    assert 2990 <= int(text[-1].removeprefix('left=')) <= 3050, text  # grpcio rounds up


@scenario
def response_metadata(echo):
    reply, call = echo.Say.with_call(Request(act=pb.HEADERS))
    assert ('x-head', 'early') in [tuple(m) for m in call.initial_metadata()]
    assert ('x-done', '1') in [tuple(m) for m in call.trailing_metadata()]


@scenario
def unknown_method(echo, channel):
    refused(Code.UNIMPLEMENTED, lambda: channel.unary_unary('/echo.v1.Echo/Missing')(b''))
    refused(Code.UNIMPLEMENTED, lambda: channel.unary_unary('/missing.v1.Missing/Missing')(b''))


@scenario
def message_that_is_no_protobuf(echo, channel):
    try:
        channel.unary_unary('/echo.v1.Echo/Say')(b'\xff\xff\xff')
    except grpc.RpcError as e:
        assert e.code() in (Code.INTERNAL, Code.UNKNOWN), e.code()


@scenario
def oversized_request(echo):
    refused(Code.RESOURCE_EXHAUSTED, lambda: echo.Say(Request(blob=b'z' * (4 << 20))))
    assert len(echo.Say(Request(blob=b'z' * ((4 << 20) - 20))).blob) == (4 << 20) - 20


@scenario
def large_reply(echo):
    assert len(echo.Say(Request(act=pb.BIG, count=20 << 20)).blob) == 20 << 20


@scenario
def gzip_request(echo):
    assert len(echo.Say(Request(blob=b'a' * 100000), compression=grpc.Compression.Gzip).blob) == 100000


@scenario
def deflate_request(echo):
    assert len(echo.Say(Request(blob=b'a' * 100000), compression=grpc.Compression.Deflate).blob) == 100000


@scenario
def compressed_bomb(echo):
    refused(Code.RESOURCE_EXHAUSTED, lambda: echo.Say(Request(blob=b'a' * (8 << 20)), compression=grpc.Compression.Gzip))


@scenario
def deadline_of_a_polite_service(echo):
    refused(Code.DEADLINE_EXCEEDED, lambda: echo.Say(Request(act=pb.HANG, text='py polite'), timeout=2))
    await_event(echo, 'cancelled py polite')


@scenario
def deadline_of_a_deaf_service(echo):
    refused(Code.DEADLINE_EXCEEDED, lambda: echo.Say(Request(act=pb.DEAF, text='py deaf'), timeout=2))
    echo.Say(Request(act=pb.REPORT, text='release py deaf'))


@scenario
def deadline_in_a_stream(echo):
    call = echo.Down(Request(act=pb.HANG, text='py down late', count=3), timeout=2)
    assert [next(call).number for _ in range(3)] == [0, 1, 2]
    refused(Code.DEADLINE_EXCEEDED, lambda: next(call))
    await_event(echo, 'cancelled py down late')


@scenario
def server_stream(echo):
    call = echo.Down(Request(count=1000))
    assert [reply.number for reply in call] == list(range(1000))
    assert dict(call.trailing_metadata())['x-total'] == '1000'


@scenario
def empty_server_stream(echo):
    call = echo.Down(Request(count=0))
    assert list(call) == [] and call.code() == Code.OK
    assert dict(call.trailing_metadata())['x-total'] == '0'


@scenario
def status_after_messages(echo):
    call = echo.Down(Request(count=3, fail_code=10))
    assert [next(call).number for _ in range(3)] == [0, 1, 2]
    assert refused(Code.ABORTED, lambda: next(call)).details() == REASON


@scenario
def client_stream(echo):
    reply = echo.Up(Request(blob=b'x' * 10) for _ in range(500))
    assert (reply.number, reply.text) == (500, '5000')
    assert echo.Up(iter([])).number == 0


@scenario
def early_answer_to_an_upload(echo):
    requests = (Request(text='early' if i == 5 else 'x', blob=b'y' * 1000) for i in range(1000000))
    assert echo.Up(requests).text == 'early'


@scenario
def refusal_of_an_upload(echo):
    requests = (Request(fail_code=8 if i == 1 else 0, blob=b'q' * 100000) for i in range(400))
    assert refused(Code.RESOURCE_EXHAUSTED, lambda: echo.Up(requests)).details() == REASON


@scenario
def duplex_ping_pong(echo):
    requests = queue.Queue()
    call = echo.Chat(iter(requests.get, None))
    for i in range(200):
        requests.put(Request(count=i))
        assert next(call).number == i
    requests.put(None)
    assert list(call) == [] and call.code() == Code.OK


@scenario
def cancel_of_a_unary_call(echo):
    call = echo.Say.future(Request(act=pb.HANG, text='py unary'))
    await_event(echo, 'started py unary')
    call.cancel()
    await_event(echo, 'cancelled py unary')


@scenario
def cancel_in_a_server_stream(echo):
    call = echo.Down(Request(act=pb.HANG, text='py down', count=2))
    next(call), next(call)
    call.cancel()
    refused(Code.CANCELLED, lambda: next(call))
    await_event(echo, 'cancelled py down')


@scenario
def cancel_of_an_idle_duplex_stream(echo):
    requests = queue.Queue()
    call = echo.Chat(iter(requests.get, None))
    requests.put(Request(text='py idle'))
    next(call)
    call.cancel()
    requests.put(None)
    await_event(echo, 'cancelled py idle')


@scenario
def connection_closed_in_a_stream(echo, channel, address):
    other = grpc.insecure_channel(address, options=[('grpc.use_local_subchannel_pool', 1)])
    call = stubs.EchoStub(other).Down(Request(act=pb.HANG, text='py closed', count=1))
    next(call)
    other.close()
    await_event(echo, 'cancelled py closed')


@scenario
def many_calls_on_one_connection(echo):
    calls = [echo.Say.future(Request(count=i)) for i in range(300)]
    assert [call.result(30).number for call in calls] == list(range(300))


def main(address):
    with grpc.insecure_channel(address, options=BIG) as channel:
        echo = stubs.EchoStub(channel)
        for play in scenarios:
            problem = None
            try:
                play(*(echo, channel, address)[:play.__code__.co_argcount])
            except BaseException:
                problem = traceback.format_exc()
            print(json.dumps({'name': play.__name__, 'problem': problem}), flush=True)


main(sys.argv[1])
