"""The echo service written with grpcio; does what its callers tell it to, see the proto. Prints its port, ends with its input."""
import sys
import threading
from collections import defaultdict
from concurrent import futures

sys.path.insert(0, 'generated')
import grpc
import echo_pb2 as pb
import echo_pb2_grpc as stubs

REASON = '失败: 100% 原因\n'
RAW = b'\x00\x01\xfe\xff'
CODES = {code.value[0]: code for code in grpc.StatusCode}
events = defaultdict(threading.Event)


def refuse(code, context):
    if code:
        context.set_trailing_metadata((('x-why', 'because'), ('x-raw-bin', RAW)))
        context.abort(CODES[code], REASON)


def hang(text, context):
    gone = threading.Event()
    alive = context.add_callback(gone.set)
    events['started ' + text].set()
    if alive:
        gone.wait(60)
    events['cancelled ' + text].set()


def describe(context):
    lines = [f'{key}={value.hex() if key.endswith("-bin") else value}' for key, value in context.invocation_metadata()]
    left = context.time_remaining()
    return '\n'.join(lines + ['left=' + ('none' if left is None or left > 1e8 else str(round(left)))])


class Echo(stubs.EchoServicer):
    def Say(self, request, context):
        refuse(request.fail_code, context)
        if request.act == pb.HANG:
            hang(request.text, context)
        elif request.act == pb.DEAF:
            events['started ' + request.text].set()
            events['release ' + request.text].wait(60)
        elif request.act == pb.THROW:
            raise ValueError('boom')
        elif request.act == pb.PEEK:
            return pb.EchoReply(text=describe(context))
        elif request.act == pb.HEADERS:
            context.send_initial_metadata((('x-head', 'early'), ('x-head-bin', RAW)))
            context.set_trailing_metadata((('x-done', '1'),))
        elif request.act == pb.AWAIT:
            events[request.text].wait(60)
        elif request.act == pb.BIG:
            return pb.EchoReply(blob=bytes(request.count))
        elif request.act == pb.REPORT:
            events[request.text].set()
        else:
            return pb.EchoReply(text=request.text, number=request.count, blob=request.blob)
        return pb.EchoReply()

    def Down(self, request, context):
        for i in range(request.count):
            yield pb.EchoReply(text=request.text, number=i, blob=request.blob)
        if request.act == pb.HANG:
            hang(request.text, context)
            return
        context.set_trailing_metadata((('x-total', str(request.count)),))
        refuse(request.fail_code, context)

    def Up(self, requests, context):
        number = length = 0
        for request in requests:
            number += 1
            length += len(request.blob)
            refuse(request.fail_code, context)
            if request.text == 'early':
                return pb.EchoReply(text='early', number=number)
        return pb.EchoReply(text=str(length), number=number)

    def Chat(self, requests, context):
        text = ''
        context.add_callback(lambda: events['cancelled ' + text].set())
        for request in requests:
            text = request.text
            refuse(request.fail_code, context)
            yield pb.EchoReply(text=request.text, number=request.count, blob=request.blob)


compression = grpc.Compression.Gzip if 'gzip' in sys.argv else grpc.Compression.NoCompression
server = grpc.server(futures.ThreadPoolExecutor(64), compression=compression, options=[('grpc.max_send_message_length', 64 << 20)])
stubs.add_EchoServicer_to_server(Echo(), server)
print(server.add_insecure_port('127.0.0.1:0'), flush=True)
server.start()
sys.stdin.read()
server.stop(0)
