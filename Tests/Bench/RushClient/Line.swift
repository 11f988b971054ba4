import Foundation
import NIOCore
import NIOPosix

/// One connection: a request, its answer, the next.
final class Line: Sendable {
    /// Nothing is read of it before it is asked for: the crowd shares the machine with what it measures.
    struct Answer: Sendable {
        let status: Int
        fileprivate let head: [UInt8]
        fileprivate let rest: [UInt8]
        var body: String { String(decoding: rest, as: UTF8.self) }

        func field(_ name: String) -> String? { Bytes.field(Array(name.utf8), in: head) }
        /// What a hidden input of that name holds.
        func value(_ name: String) -> String? {
            let mark = Array("name=\"\(name)\" value=\"".utf8)
            guard let start = Bytes.find(mark, in: rest, from: 0),
                let end = Bytes.find([0x22], in: rest, from: start + mark.count)
            else { return nil }
            return String(decoding: rest[(start + mark.count)..<end], as: UTF8.self)
        }
    }

    private let channel: any Channel
    private init(_ channel: any Channel) { self.channel = channel }

    static func connect(_ group: any EventLoopGroup, port: Int) async throws -> Line {
        let bootstrap = ClientBootstrap(group: group).channelOption(.socketOption(.tcp_nodelay), value: 1)
            .connectTimeout(.seconds(30))
        let channel = try await bootstrap.channelInitializer { channel in
            channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(Ear()) }
        }.connect(host: "127.0.0.1", port: port).get()
        return Line(channel)
    }

    func ask(_ request: String) async throws -> Answer {
        let promise = channel.eventLoop.makePromise(of: Answer.self)
        // A closed line has nobody left who would answer.
        channel.writeAndFlush(Question(bytes: ByteBuffer(string: request), answer: promise))
            .whenFailure { promise.fail($0) }
        return try await promise.futureResult.get()
    }

    func close() { channel.close(promise: nil) }
}

struct Closed: Error {}

private struct Question: Sendable {
    let bytes: ByteBuffer
    let answer: EventLoopPromise<Line.Answer>
}

/// Reads answers with a length; nothing here is chunked.
private final class Ear: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = Question
    typealias OutboundOut = ByteBuffer
    private var waiting: EventLoopPromise<Line.Answer>?
    private var heard: [UInt8] = []

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let question = unwrapOutboundIn(data)
        waiting = question.answer
        context.write(wrapOutboundOut(question.bytes), promise: promise)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let more = unwrapInboundIn(data)
        more.withUnsafeReadableBytes { heard.append(contentsOf: $0) }
        guard let end = Bytes.find([13, 10, 13, 10], in: heard, from: 0) else { return }
        let head = Array(heard[..<end])
        let length = Bytes.field(Array("content-length".utf8), in: head).flatMap { Int($0) } ?? 0
        guard heard.count >= end + 4 + length else { return }
        let status = Int(String(decoding: head.dropFirst(9).prefix(3), as: UTF8.self)) ?? 0
        let rest = Array(heard[(end + 4)..<(end + 4 + length)])
        heard.removeFirst(end + 4 + length)
        waiting?.succeed(Line.Answer(status: status, head: head, rest: rest))
        waiting = nil
    }

    func channelInactive(context: ChannelHandlerContext) { fail() }
    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        fail()
        context.close(promise: nil)
    }

    private func fail() {
        waiting?.fail(Closed())
        waiting = nil
    }
}

/// Looking for things in bytes.
private enum Bytes {
    static func find(_ mark: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard bytes.count >= mark.count, start <= bytes.count - mark.count else { return nil }
        return bytes.withUnsafeBufferPointer { bytes in
            mark.withUnsafeBufferPointer { mark in
                for place in start...(bytes.count - mark.count) where bytes[place] == mark[0] {
                    var length = 1
                    while length < mark.count, bytes[place + length] == mark[length] { length += 1 }
                    if length == mark.count { return place }
                }
                return nil
            }
        }
    }

    /// The value of the first header field of a name, without the blanks around it.
    static func field(_ name: [UInt8], in head: [UInt8]) -> String? {
        let lines = head + [13, 10]
        var start = 0
        while let end = find([13, 10], in: lines, from: start) {
            let line = lines[start..<end]
            if line.count > name.count, line[start + name.count] == 0x3A,
                zip(line, name).allSatisfy({ $0 | 0x20 == $1 | 0x20 })
            {
                return String(decoding: line.dropFirst(name.count + 1).drop { $0 == 0x20 }, as: UTF8.self)
            }
            start = end + 2
        }
        return nil
    }
}
