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
    private var hasWritten = false
    private var heldBack: [Any] = []
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
            // A reader that does not read is not written to any further: the other way waits for it.
            if watch.isFree, context.channel.isWritable, exit != nil, let body = front.finished(head) {
                taken = body
                return
            }
            watch.begin()
        case .body: if taken != nil { return }
        case .end:
            if let body = taken {
                taken = nil
                return write(body, context)
            }
            watch.endReading()
        }
        context.fireChannelRead(data)
    }

    package func channelReadComplete(context: ChannelHandlerContext) {
        if hasWritten {
            hasWritten = false
            exit?.flush()
        }
        context.fireChannelReadComplete()
    }

    private func write(_ body: PageCache.Body, _ context: ChannelHandlerContext) {
        guard let exit else { return }
        var head = context.channel.allocator.buffer(capacity: body.head.readableBytes + 48)
        head.writeImmutableBuffer(body.head)
        head.writeString(dateLine())
        exit.write(NIOAny(head), promise: nil)
        let written = context.eventLoop.makePromise(of: Void.self)
        watch.beginWriting()
        let lane = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        written.futureResult.whenComplete { _ in lane.value.0.written(lane.value.1) }
        exit.write(NIOAny(body.buffer), promise: written)
        hasWritten = true
    }

    private func written(_ context: ChannelHandlerContext) {
        watch.endWriting(at: context.eventLoop.now)
        guard watch.isWritten, !heldBack.isEmpty else { return }
        let events = heldBack
        heldBack = []
        for event in events { context.fireUserInboundEventTriggered(event) }
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
        if isLast, !watch.isWritten {
            heldBack.append(event)
        } else {
            context.fireUserInboundEventTriggered(event)
        }
    }

    private func watchIdle(_ context: ChannelHandlerContext) {
        let lane = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(in: watch.untilLook(at: context.eventLoop.now)) {
            let (lane, context) = lane.value
            guard lane.exit != nil, context.channel.isActive else { return }
            if lane.watch.isOver(at: context.eventLoop.now) {
                context.close(promise: nil)
            } else {
                lane.watchIdle(context)
            }
        }
    }
}

/// Puts the lane where it belongs, right behind the decoder, and goes.
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
            try? pipeline.addHandler(FastLane(front: front, idle: idle, at: context.eventLoop.now), position: .after(decoder))
        }
        pipeline.removeHandler(context: context, promise: nil)
    }
}

extension Front {
    /// The finished page for a request that is as plain as can be, as it comes off the line.
    fileprivate func finished(_ head: HTTPRequestHead) -> PageCache.Body? {
        guard let asked = Asked(plain: head), let page = finished(head.uri, asked), page.status == .ok else { return nil }
        return page.bodies[Compression.accepted(asked.coding)] ?? page.bodies[.identity]
    }
}
