import Base
import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle
import Store

/// Server-sent events for one browser (WHATWG HTML §9.2): `event: change` with the topic as data. A stream lasts ten
/// minutes at most, and no longer than its reader's sittings; the browser then comes again by itself and is asked anew what
/// it may see.
package struct LiveStream: Sendable {
    let hub: LiveHub
    let topics: Set<String>
    /// What ends it: the reader is somebody else from then on, or may see less.
    let ends: Set<String>
    let after: Int64?
    let origin: String
    private static let beats = 30
    private static let pause = Duration.seconds(20)

    static func text(_ change: ChangeFeed.Change) -> String {
        "event: change\nid: \(change.id)\ndata: \(change.topic)\n\n"
    }

    func response(to request: Request, _ fields: HTTPFields) -> Response {
        if request.method == .head { return Response(status: .ok, headers: fields) }
        return Response(
            status: .ok, headers: fields,
            body: ResponseBody { writer in
                try await writer.write(ByteBuffer(string: "retry: 3000\n: live\n\n"))
                if let listening = hub.listen(to: topics.union(ends), after: after, origin: origin) {
                    // Without it a browser that has gone would be noticed only when something is written.
                    try await request.body.consumeWithInboundCloseHandler { _ in
                        try await withGracefulShutdownHandler {
                            try await send(listening, to: &writer)
                        } onGracefulShutdown: {
                            listening.end()
                        }
                    } onInboundClosed: {
                        listening.end()
                    }
                }
                try await writer.finish(nil)
            })
    }

    private func send(_ listening: LiveHub.Listening, to writer: inout any ResponseBodyWriter) async throws {
        let clock = Task {
            for _ in 0..<LiveStream.beats {
                try await Task.sleep(for: LiveStream.pause)
                listening.beat()
            }
            listening.end()
        }
        defer {
            clock.cancel()
            listening.end()
        }
        // What ended before came before this reader was asked who she is.
        for change in listening.missed where !ends.contains(change.topic) {
            try await writer.write(ByteBuffer(string: LiveStream.text(change)))
        }
        for await event in listening.events {
            switch event {
            case .change(let change) where ends.contains(change.topic): return
            case .change(let change): try await writer.write(ByteBuffer(string: LiveStream.text(change)))
            case .beat: try await writer.write(ByteBuffer(string: ": beat\n\n"))
            }
        }
    }
}

extension Answer {
    /// A stream of the changes of these topics, from the change that the browser saw last (`Last-Event-ID`, or `?from=` with
    /// `LiveHub.latest` as it was before the page was made). Refuses an address with too many open streams. Who may
    /// listen is for the caller to ask.
    package static func events(_ topics: Set<String>, to exchange: Exchange) throws -> Answer {
        let hub = exchange.hall.live
        guard hub.mayListen(exchange.origin) else { throw Refusal(.tooMany, "refusal.tooMany") }
        let last = exchange.fields[SecurityHeaders.name("Last-Event-ID")] ?? exchange.query["from"]
        var answer = Answer(type: "text/event-stream", body: [])
        answer.fields[SecurityHeaders.name("X-Accel-Buffering")] = "no"
        let ends = exchange.viewer.map { [SessionStore.topic($0.person)] } ?? []
        answer.live = LiveStream(
            hub: hub, topics: topics, ends: Set(ends), after: last.flatMap { Int64($0) }, origin: exchange.origin)
        return answer
    }
}
