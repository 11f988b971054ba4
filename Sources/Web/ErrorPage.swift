import Base
import HTML
import HTTPTypes
import Store

/// The one place that shows a refusal: as a page for people, as problem+json (RFC 9457) for programs.
package enum ErrorPage {
    package static func status(_ code: Refusal.Code) -> HTTPResponse.Status {
        switch code {
        case .signInNeeded: .unauthorized
        case .forbidden: .forbidden
        case .notFound: .notFound
        case .invalid: .unprocessableContent
        case .conflict: .conflict
        case .gone: .gone
        case .tooLarge: .contentTooLarge
        case .tooMany: .tooManyRequests
        case .unsupported: .unsupportedMediaType
        }
    }

    package static func answer(_ refusal: Refusal, _ exchange: Exchange) -> Answer {
        let status = status(refusal.code)
        if wantsJSON(exchange) { return problem(refusal, status, exchange.words) }
        let words = exchange.words
        let signIn: Markup =
            refusal.code == .signInNeeded
            ? #"<p><a class="button" href="\#(url: exchange.scene().link("/sign-in"))">\#(words("frame.signIn"))</a></p>"#
            : .empty
        let main: Markup = """
            <div class="empty">\(Hemicycle.large(seats: 60))<p class="eyebrow">\(status.code)</p>\
            <h1>\(words(refusal.words, refusal.arguments))</h1><p class="lede">\(words("error.help.\(refusal.code.rawValue)"))</p>\(signIn)\
            <p><a href="\(url: exchange.scene().link("/"))">\(words("error.home"))</a></p></div>
            """
        return exchange.page(title: words(refusal.words, refusal.arguments), wing: .convene, main: main, status: status)
    }

    /// For what nobody foresaw: no detail but the number under which the log has it.
    package static func unforeseen(_ requestID: String, _ exchange: Exchange) -> Answer {
        let words = exchange.words
        let main: Markup = """
            <div class="empty">\(Hemicycle.large(seats: 60))<p class="eyebrow">500</p><h1>\(words("error.unforeseen"))</h1>\
            <p class="lede">\(words("error.unforeseen.help"))</p><p class="tabular">\(requestID)</p></div>
            """
        return exchange.page(title: words("error.unforeseen"), wing: .convene, main: main, status: .internalServerError)
    }

    private static func wantsJSON(_ exchange: Exchange) -> Bool {
        let accepted = exchange.fields[.accept] ?? ""
        return exchange.path.hasPrefix("/api/") || (accepted.contains("json") && !accepted.contains("text/html"))
    }

    private struct Problem: Encodable {
        let type: String
        let title: String
        let status: Int
        let field: String?
    }

    private static func problem(_ refusal: Refusal, _ status: HTTPResponse.Status, _ words: Words) -> Answer {
        let text = json(
            Problem(
                type: "urn:plenaria:\(refusal.code.rawValue)", title: words(refusal.words, refusal.arguments),
                status: status.code, field: refusal.field))
        return Answer(status, type: "application/problem+json", body: Array(text.utf8))
    }
}
