import Foundation
import NIOCore
import NIOPosix
import Synchronization

/// One person with a browser: opens the page, presses, fills the form.
final class Person: Sendable {
    private let number: Int
    private let options: Options
    private let crowd: Crowd
    private let port: Int
    private let mood: [Int]

    private struct Open: Sendable {
        var line: Line
        var cookie: String
        var token: String
        /// The press, as it will be sent: a crowd's browsers are not on this machine, and making it ready is their work.
        var hold = ""
    }
    private let page = Mutex<Open?>(nil)

    init(_ number: Int, _ options: Options, _ crowd: Crowd) {
        self.number = number
        self.options = options
        self.crowd = crowd
        port = options.ports[number % options.ports.count]
        var state = options.seed &+ UInt64(number) &* 0x9E37_79B9_7F4A_7C15
        mood = (0..<3).map { _ in
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % 100)
        }
    }

    private var head: String {
        "Host: 127.0.0.1:\(port)\r\nX-Forwarded-For: 10.\(number >> 16 & 255).\(number >> 8 & 255).\(number & 255)\r\n"
    }

    func open(_ group: any EventLoopGroup) async throws {
        let line = try await Line.connect(group, port: port)
        let answer = try await line.ask("GET /e/\(options.event)/register HTTP/1.1\r\n\(head)\r\n")
        guard answer.status == 200, let cookie = answer.field("Set-Cookie")?.split(separator: ";").first,
            let token = answer.value("_token"), let category = answer.value("category"), let key = answer.value("key")
        else { throw Failure(step: "open", answer: answer) }
        var open = Open(line: line, cookie: String(cookie), token: token)
        open.hold = form("/e/\(options.event)/register", open, ["category": category, "key": key])
        page.withLock { [open] in $0 = open }
    }

    func register(_ group: any EventLoopGroup) async throws {
        guard var open = page.withLock({ $0 }) else { return }
        do { try await press(&open, group) } catch let error where !(error is Failure) { crowd.broke() }
        open.line.close()
    }

    private func press(_ open: inout Open, _ group: any EventLoopGroup) async throws {
        let hold = open.hold
        let pressed = NIODeadline.now()
        async let twin = mood[0] < options.double ? twice(hold, group) : nil
        let held = try await timed("hold", open.line, hold)
        guard let place = try await place(held, open) else {
            _ = try await twin
            return
        }
        crowd.saw("untilHeld", 303, Double((NIODeadline.now() - pressed).nanoseconds) / 1e6)
        if let other = try await twin, let twinPlace = try await self.place(other, open), twinPlace != place {
            throw Failure(step: "twin", answer: other)
        }
        var press = Crowd.Press(
            person: number, pressed: pressed.uptimeNanoseconds, token: String(place.dropFirst(3)), isConfirmed: false)
        if mood[2] < options.abandon { return crowd.add(press) }
        let fields = ["name": "Person \(number)", "email": "p\(options.seed)-\(number)@rush.example", "language": "en"]
        let submit = form(place + "/submit", open, fields)
        do {
            let done = try await timed("submit", open.line, submit)
            press.isConfirmed = done.status == 303
        } catch {
            crowd.add(press)
            throw error
        }
        crowd.add(press)
        if mood[1] < options.retry { _ = try await timed("retry", open.line, submit) }
    }

    /// Where the form is; the line before it is waited in as its page says. Nil: no place.
    private func place(_ first: Line.Answer, _ open: Open) async throws -> String? {
        var answer = first
        var turn = ""
        while true {
            if answer.status == 200 || answer.status == 202, let refresh = answer.field("Refresh") {
                let parts = refresh.split(separator: ";")
                try await Task.sleep(for: .seconds(parts.first.flatMap { Double($0) } ?? 1))
                if parts.count > 1, let address = parts[1].split(separator: "=", maxSplits: 1).last { turn = String(address) }
                answer = try await timed("turn", open.line, get(turn, open))
            } else if answer.status == 303, let location = answer.field("Location") {
                guard location.contains("/register/turn/") else { return location.hasPrefix("/r/") ? location : nil }
                turn = location
                answer = try await timed("turn", open.line, get(location, open))
            } else {
                return nil
            }
        }
    }

    private func get(_ path: String, _ open: Open) -> String { "GET \(path) HTTP/1.1\r\n\(head)Cookie: \(open.cookie)\r\n\r\n" }

    /// The second click of a double one comes on a connection of its own.
    private func twice(_ request: String, _ group: any EventLoopGroup) async throws -> Line.Answer? {
        let line = try await Line.connect(group, port: port)
        defer { line.close() }
        return try await timed("twin", line, request)
    }

    private func timed(_ step: String, _ line: Line, _ request: String) async throws -> Line.Answer {
        let start = NIODeadline.now()
        let answer = try await line.ask(request)
        crowd.saw(step, answer.status, Double((NIODeadline.now() - start).nanoseconds) / 1e6)
        return answer
    }

    private func form(_ path: String, _ open: Open, _ fields: [String: String]) -> String {
        let all = fields.merging(["_token": open.token]) { first, _ in first }
        let body = all.map { "\($0.key)=\(Person.escaped($0.value))" }.joined(separator: "&")
        return "POST \(path) HTTP/1.1\r\n\(head)Cookie: \(open.cookie)\r\nSec-Fetch-Site: same-origin\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }

    private static func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
    }
}

struct Failure: Error, CustomStringConvertible {
    let step: String
    let answer: Line.Answer
    var description: String { "\(step): \(answer.status) \(answer.body.prefix(300))" }
}
