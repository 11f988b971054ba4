import Base
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOHTTP1
import Store

/// Small forms that many send in one instant, to routes that can answer without waiting (`Route.atOnce`): they are answered at
/// the connection, as finished pages are, after the same questions as everywhere: limit, form guard, whose browser it is.
/// See docs/decisions/0009-presses-at-the-connection.md.
extension Front {
    /// In bytes of its body.
    static let smallForm = 4096

    /// Whether a request may be such a one, by its head alone.
    func mayAnswerAtOnce(_ head: HTTPRequestHead) -> Bool {
        guard head.method == .POST, head.version == .http1_1, head.isKeepAlive else { return false }
        let odd = ["transfer-encoding", "expect", "upgrade", "authorization"]
        guard !odd.contains(where: { head.headers.contains(name: $0) }), head.headers["host"].count == 1 else { return false }
        guard let length = head.headers.first(name: "content-length").flatMap({ Int($0) }), length <= Front.smallForm else {
            return false
        }
        guard case .found(let route, _) = table.match(.post, Front.path(head.uri)) else { return false }
        return route.atOnce != nil
    }

    private static func path(_ address: String) -> Substring { address.prefix { $0 != "?" } }

    /// The answer, or nil: then the request goes on as it came. Only for browsers of which it is known that nobody is signed in.
    func answerAtOnce(_ head: HTTPRequestHead, _ body: ByteBuffer, from asker: @autoclosure () -> String) -> PageCache.Body? {
        guard case .found(let route, let parameters) = table.match(.post, Front.path(head.uri)), let atOnce = route.atOnce,
            let request = Front.request(head, body),
            let secret = request.headers[.cookie].flatMap({ BrowserCookie.secret($0, isSecure: hall.isSecure) }),
            hall.strangers.contains(FormGuard.digest(secret)), let form = Front.form(request, body, for: route)
        else { return nil }
        let address = head.uri.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let query = address.count > 1 ? (try? FormData(urlencoded: Array(address[1].utf8))) ?? FormData() : FormData()
        let exchange = Exchange(
            hall: hall, method: .post, path: String(address[0]), query: query, parameters: parameters, fields: request.headers,
            form: form, now: hall.database.now, viewer: nil, browser: secret, origin: origin(request, asker()))
        guard (try? guardForm(route, request, exchange)) != nil, let act = atOnce(exchange) else { return nil }
        guard (try? limit(route, exchange)) != nil, let answer = act() else { return nil }
        logger.info(
            "request",
            metadata: [
                "method": "POST", "route": "\(route.path)", "status": "\(answer.status.code)", "from": "\(exchange.origin)",
            ])
        return delivery.bytes(answer, language: exchange.language)
    }

    private static func request(_ head: HTTPRequestHead, _ body: ByteBuffer) -> Request? {
        var fields = HTTPFields()
        for (name, value) in head.headers where name.lowercased() != "host" {
            guard let name = HTTPField.Name(name) else { return nil }
            fields.append(HTTPField(name: name, value: value))
        }
        return Request(
            head: HTTPRequest(
                method: .post, scheme: "http", authority: head.headers.first(name: "host"), path: head.uri, headerFields: fields),
            body: RequestBody(buffer: body))
    }

    /// As `RequestBodyReader` has it, which must wait for what has not come yet.
    private static func form(_ request: Request, _ body: ByteBuffer, for route: Route) -> FormData? {
        let kind = (request.headers[.contentType] ?? "").prefix { $0 != ";" }.lowercased().filter { $0 != " " }
        guard kind == "application/x-www-form-urlencoded", body.readableBytes <= route.bodyLimit,
            let form = try? FormData(urlencoded: body.readableBytesView), form.twice(besides: route.repeats) == nil
        else { return nil }
        return form
    }
}
