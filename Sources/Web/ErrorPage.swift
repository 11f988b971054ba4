import Base
import HTML
import HTTPTypes

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

    /// A problem with all that it has to say; a page has room for its refusal alone.
    package static func answer(_ problem: Problem, _ exchange: Exchange) -> Answer {
        if wantsJSON(exchange) { return problem.answer(exchange.words) }
        return answer(problem.refusal, exchange, status: problem.status)
    }

    package static func answer(_ refusal: Refusal, _ exchange: Exchange, status: HTTPResponse.Status? = nil) -> Answer {
        if wantsJSON(exchange) { return Problem(refusal, status: status).answer(exchange.words) }
        let status = status ?? self.status(refusal.code)
        let words = exchange.words
        let signIn: Markup =
            refusal.code == .signInNeeded
            ? #"<p><a class="button" href="\#(url: exchange.scene().link(signInPath(exchange)))">\#(words("frame.signIn"))</a></p>"#
            : .empty
        let main: Markup = """
            <div class="empty">\(Hemicycle.large(seats: 60))<p class="eyebrow">\(status.code)</p>\
            <h1>\(words(refusal.words, refusal.arguments))</h1><p class="lede">\(words("error.help.\(refusal.code.rawValue)"))</p>\(signIn)\
            <p><a href="\(url: exchange.scene().link("/"))">\(words("error.home"))</a></p></div>
            """
        return exchange.page(title: words(refusal.words, refusal.arguments), wing: .convene, main: main, status: status)
    }

    /// The way in leads back to the page that was asked for; what a form sent cannot be sent again by itself.
    private static func signInPath(_ exchange: Exchange) -> String {
        exchange.method == .get ? "/sign-in?next=" + percentEncoded(exchange.scene().path) : "/sign-in"
    }

    /// For what nobody foresaw: no detail but the number under which the log has it.
    package static func unforeseen(_ requestID: String, _ exchange: Exchange) -> Answer {
        let words = exchange.words
        if wantsJSON(exchange) { return Problem.unforeseen(requestID, words) }
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
}
