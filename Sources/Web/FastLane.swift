import Base
import HTTPTypes
import NIOCore
import NIOHTTP1
import Store

/// Answers a plain GET for a finished page at the connection itself: the bytes were made ready with the page, and neither a
/// task is woken nor a header built. Everything else goes on as it came, and so does whatever follows it until it is answered:
/// answers leave in the order of their requests. See docs/decisions/0006-fast-lane.md.
///
/// Thread rule: as every channel handler it belongs to its connection's event loop.
package final class FastLane: ChannelDuplexHandler, RemovableChannelHandler {
    package typealias InboundIn = HTTPServerRequestPart
    package typealias InboundOut = HTTPServerRequestPart
    package typealias OutboundIn = HTTPServerResponsePart
    package typealias OutboundOut = HTTPServerResponsePart

    private let front: Front
    private var watch: ConnectionWatch
    /// In front of what turns responses into bytes: ours are bytes already.
    private var exit: ChannelHandlerContext?
    private var taken: PageCache.Body?
    /// A small form that may be answered here, as far as it has come.
    private var press: (head: HTTPRequestHead, body: ByteBuffer)?
    private var hasWritten = false
    /// Bytes of a body that are copied behind its head.
    private static let small = 16 << 10
    private var date = (second: Int64.min, line: "")

    /// A connection on which nothing happens for `idle` is closed.
    package init(front: Front, idle: TimeAmount, at now: NIODeadline) {
        self.front = front
        watch = ConnectionWatch(idle: idle, at: now)
    }

    package func handlerAdded(context: ChannelHandlerContext) {
        exit = try? context.pipeline.syncOperations.context(handlerType: HTTPResponseEncoder.self)
        watchIdle(context)
    }

    package func handlerRemoved(context: ChannelHandlerContext) { exit = nil }

    // MARK: In

    package func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        watch.touch(at: context.eventLoop.now)
        switch unwrapInboundIn(data) {
        case .head(let head):
            if isOpen(context) {
                taken = Asked(plain: head).flatMap { front.finishedBody(head.uri, $0) }
                if taken != nil { return }
                if front.mayAnswerAtOnce(head) { return press = (head, ByteBuffer()) }
            }
            watch.begin()
        case .body(let part):
            if taken != nil { return }
            if press != nil {
                press?.body.writeImmutableBuffer(part)
                return
            }
        case .end:
            if let body = taken {
                taken = nil
                return write(body, context)
            }
            if let press, answers(press.head, press.body, context) { return }
            watch.endReading()
        }
        context.fireChannelRead(data)
    }

    /// False where it went on instead, head and body; its end follows.
    private func answers(_ head: HTTPRequestHead, _ body: ByteBuffer, _ context: ChannelHandlerContext) -> Bool {
        press = nil
        if let answer = front.answerAtOnce(head, body, from: context.remoteAddress?.ipAddress ?? "local") {
            write(answer, context)
            return true
        }
        watch.begin()
        context.fireChannelRead(wrapInboundOut(.head(head)))
        if body.readableBytes > 0 { context.fireChannelRead(wrapInboundOut(.body(body))) }
        return false
    }

    package func channelReadComplete(context: ChannelHandlerContext) {
        if hasWritten {
            hasWritten = false
            exit?.flush()
        }
        context.fireChannelReadComplete()
    }

    /// What comes now may be answered here. A reader that does not read is not written to any further: the other way waits
    /// for it.
    private func isOpen(_ context: ChannelHandlerContext) -> Bool {
        watch.isFree && exit != nil && context.channel.isWritable
    }

    /// Answers a request that has not been decoded, if its page is finished.
    fileprivate func takes(_ target: String, _ asked: Asked, _ context: ChannelHandlerContext) -> Bool {
        guard isOpen(context), let body = front.finishedBody(target, asked) else { return false }
        watch.touch(at: context.eventLoop.now)
        write(body, context)
        return true
    }

    private func write(_ body: PageCache.Body, _ context: ChannelHandlerContext) {
        guard let exit else { return }
        let isSmall = body.buffer.readableBytes <= FastLane.small
        let date = dateLine()
        var head = context.channel.allocator.buffer(
            capacity: body.head.readableBytes + date.utf8.count + (isSmall ? body.buffer.readableBytes : 0))
        head.writeImmutableBuffer(body.head)
        head.writeString(date)
        // One piece is cheaper to send than two, as long as copying it costs next to nothing.
        if isSmall { head.writeImmutableBuffer(body.buffer) }
        exit.write(NIOAny(head), promise: nil)
        if !isSmall { exit.write(NIOAny(body.buffer), promise: nil) }
        hasWritten = true
    }

    /// All that was written is at the system.
    private func isWritten(_ context: ChannelHandlerContext) -> Bool {
        ((try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0) == 0
    }

    /// `Date:` and the empty line that ends a head (RFC 9110 §6.6.1).
    private func dateLine() -> String {
        let now = front.hall.database.now
        if now.seconds != date.second { date = (now.seconds, "Date: \(now.httpDate)\r\n\r\n") }
        return date.line
    }

    // MARK: Out, and the end

    package func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        watch.touch(at: context.eventLoop.now)
        if case .end = unwrapOutboundIn(data) { watch.end() }
        context.write(data, promise: promise)
    }

    /// The others on the line hang up at once when the reader or the program has no more to say; what we are writing goes
    /// out first.
    package func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        let isLast = event is ChannelShouldQuiesceEvent || (event as? ChannelEvent) == .inputClosed
        guard isLast, let exit, !isWritten(context) else { return context.fireUserInboundEventTriggered(event) }
        let written = context.eventLoop.makePromise(of: Void.self)
        let held = NIOLoopBound((context, event), eventLoop: context.eventLoop)
        written.futureResult.whenComplete { _ in held.value.0.fireUserInboundEventTriggered(held.value.1) }
        exit.writeAndFlush(NIOAny(ByteBuffer()), promise: written)
    }

    private func watchIdle(_ context: ChannelHandlerContext) {
        let lane = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(in: watch.untilLook(at: context.eventLoop.now)) {
            let (lane, context) = lane.value
            guard lane.exit != nil, context.channel.isActive else { return }
            if lane.watch.isOver(at: context.eventLoop.now, isWritten: lane.isWritten(context)) {
                context.close(promise: nil)
            } else {
                lane.watchIdle(context)
            }
        }
    }
}

/// Stands before the decoder and reads what is as plain as can be by itself; whatever it does not know for certain, and all
/// that comes after that on this connection, is the decoder's.
private final class FastLaneEntrance: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    private let lane: FastLane

    init(_ lane: FastLane) { self.lane = lane }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data).withUnsafeReadableBytes({ PlainRequest($0) }) {
        case .plain(let target, let asked):
            if !lane.takes(target, asked, context) { context.fireChannelRead(data) }
        case .whole: context.fireChannelRead(data)
        case nil:
            context.fireChannelRead(data)
            // The decoder may keep a piece of it: only it knows what the next piece means.
            context.pipeline.syncOperations.removeHandler(context: context, promise: nil)
        }
    }
}

/// Puts the lane where it belongs, around the decoder, and goes.
package final class FastLaneInstaller: ChannelInboundHandler, RemovableChannelHandler {
    package typealias InboundIn = Any
    private let front: Front
    private let idle: TimeAmount

    package init(front: Front, idle: TimeAmount) {
        self.front = front
        self.idle = idle
    }

    package func handlerAdded(context: ChannelHandlerContext) {
        let pipeline = context.pipeline.syncOperations
        if let decoder = try? pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self) {
            let lane = FastLane(front: front, idle: idle, at: context.eventLoop.now)
            try? pipeline.addHandler(lane, position: .after(decoder))
            try? pipeline.addHandler(FastLaneEntrance(lane), position: .before(decoder))
        }
        pipeline.removeHandler(context: context, promise: nil)
    }
}

extension Front {
    /// The finished page for a request that is as plain as can be, in the coding that it asks for.
    fileprivate func finishedBody(_ target: String, _ asked: Asked) -> PageCache.Body? {
        guard let page = finished(target, asked), page.status == .ok else { return nil }
        return page.bodies[Compression.accepted(asked.coding)] ?? page.bodies[.identity]
    }
}
