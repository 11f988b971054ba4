import Base
import Crypto
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Store

/// What Hummingbird knows of a request: the asking address is all that we add.
package struct FrontContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    private let channel: any Channel
    /// Written out only where it is needed: a page from the cache is sent without it.
    package var address: String { channel.remoteAddress?.ipAddress ?? "local" }
    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        channel = source.channel
    }
}

/// The front door: page cache first, then limits, form guard, route, and one place for every refusal.
package struct Front: HTTPResponder {
    package typealias Context = FrontContext
    package let hall: Hall
    package let table: RouteTable
    package let cache: PageCache
    let delivery: Delivery
    let limits = RateLimit()
    let logger: Logger
    /// Requests a minute from one address, besides what a route says; cached pages are free.
    let generalRate: Int
    private let trustsForwarded: Bool
    private let pseudonymKey = SymmetricKey(size: .bits128)

    package init(
        hall: Hall, table: RouteTable, cache: PageCache, logger: Logger, generalRate: Int = 1200, trustsForwarded: Bool = false
    ) {
        self.hall = hall
        self.table = table
        self.cache = cache
        self.logger = logger
        self.generalRate = generalRate
        self.trustsForwarded = trustsForwarded
        delivery = Delivery(isSecure: hall.isSecure)
    }

    package func respond(to request: Request, context: FrontContext) async throws -> Response {
        let address = request.head.path ?? "/"
        let isLook = request.method == .get || request.method == .head
        let asked = Asked(request.headers)
        let secret = asked.cookie.flatMap { BrowserCookie.secret($0, isSecure: hall.isSecure) }
        if isLook, let page = finished(address, asked) { return delivery.response(page, asked, request.method) }
        if isLook, address.hasPrefix("/static/") || address == "/favicon.ico", let file = file(address) {
            let page = delivery.page(file, language: .en, topics: [], until: nil)
            cache.keep(
                page, PageCache.Key(address: address, language: language(address, request.headers[.acceptLanguage])),
                generation: cache.generation)
            return delivery.response(page, Asked(request.headers), request.method)
        }
        return await route(request, context, address: address, secret: secret)
    }

    /// The finished page for somebody who brings no browser's secret.
    func finished(_ address: String, _ asked: Asked) -> PageCache.Page? {
        guard asked.cookie.flatMap({ BrowserCookie.secret($0, isSecure: hall.isSecure) }) == nil else { return nil }
        return cache.page(
            PageCache.Key(address: address, language: language(address, asked.language)), now: hall.database.now)
    }

    /// Somebody with a cookie who is not signed in reads the pages of everyone. Such a page is never made for one person:
    /// `deliver` keeps only what was shared and had no viewer.
    private func kept(_ request: Request, _ address: String) -> Response? {
        guard request.method == .get || request.method == .head else { return nil }
        let asked = Asked(request.headers)
        let key = PageCache.Key(address: address, language: language(address, asked.language))
        return cache.page(key, now: hall.database.now).map { delivery.response($0, asked, request.method) }
    }

    private func file(_ address: String) -> Answer? {
        address == "/favicon.ico" ? hall.assets.named("mark.svg") : hall.assets.answer(address)
    }
    private func language(_ address: String, _ header: String?) -> Language {
        // `?lang=` is part of the address, which is part of the key: then the header does not matter.
        if address.utf8.contains(UInt8(ascii: "?")), address.contains("lang=") { return .en }
        return Language.negotiated(header)
    }

    private func route(_ request: Request, _ context: FrontContext, address: String, secret: String?) async -> Response {
        let generation = cache.generation
        var exchange = bareExchange(request, context, address: address, secret: secret)
        // Hummingbird's own is its logger's, which is silent here.
        let name = String(UInt64.random(in: .min ... .max), radix: 36)
        var answer: Answer
        var matched: Route?
        do {
            let (route, parameters) = try find(request, exchange.path)
            matched = route
            try limit(route, exchange)
            let viewer = try await viewer(route, exchange)
            if viewer == nil, let page = kept(request, address) { return page }
            try demandSender(route, viewer)
            exchange = try await exchangeFor(request, route, parameters, viewer, exchange)
            try guardForm(route, request, exchange)
            answer = try await route.handler(exchange)
        } catch let refusal as Refusal {
            if matched == nil { exchange = await recognised(exchange) }
            answer = ErrorPage.answer(refusal, exchange)
            if refusal.code == .tooMany { answer.fields[.retryAfter] = "60" }
        } catch let problem as Problem {
            answer = ErrorPage.answer(problem, exchange)
        } catch let missing as MethodMissing {
            exchange = await recognised(exchange)
            answer = ErrorPage.answer(Refusal(.unsupported, "refusal.method"), exchange, status: .methodNotAllowed)
            answer.fields[.allow] = missing.allowed.map(\.rawValue).joined(separator: ", ")
        } catch {
            logger.error("request failed", metadata: ["request": "\(name)", "error": "\(FailureKind.of(error))"])
            answer = ErrorPage.unforeseen(name, exchange)
        }
        // The pattern of the route, never the address itself: that may hold a token.
        logger.info(
            "request",
            metadata: [
                "request": "\(name)", "method": "\(request.method)", "route": "\(matched?.path ?? "none")",
                "status": "\(answer.status.code)", "from": "\(exchange.origin)",
            ])
        return deliver(answer, exchange, request, route: matched, address: address, generation: generation)
    }

    private func deliver(
        _ answer: Answer, _ exchange: Exchange, _ request: Request, route: Route?, address: String, generation: UInt64
    ) -> Response {
        if let live = answer.live, answer.status == .ok {
            return delivery.response(live, of: answer, language: exchange.language, request)
        }
        if case .shared(let topics, let until) = answer.keeping, cache.isOn, exchange.viewer == nil, answer.status == .ok {
            let page = delivery.page(answer, language: exchange.language, topics: topics.union(["*"]), until: until)
            let known = exchange.query.fields.allSatisfy {
                ["lang", "tz"].contains($0.name) || route?.query.contains($0.name) == true
            }
            if known, address.utf8.count <= 512 {
                cache.keep(
                    page, PageCache.Key(address: address, language: language(address, request.headers[.acceptLanguage])),
                    generation: generation)
            }
            return delivery.response(page, Asked(request.headers), request.method)
        }
        if case .immutable = answer.keeping {
            let page = delivery.page(answer, language: exchange.language, topics: [], until: nil)
            return delivery.response(page, Asked(request.headers), request.method)
        }
        return delivery.response(answer, language: exchange.language, request)
    }

    private struct MethodMissing: Error { let allowed: [HTTPRequest.Method] }

    private func find(_ request: Request, _ path: String) throws -> (Route, [String: String]) {
        switch table.match(request.method, path) {
        case .found(let route, let parameters): return (route, parameters)
        case .otherMethods(let allowed): throw MethodMissing(allowed: allowed)
        case .none: throw Refusal(.notFound, "refusal.notFound")
        }
    }

    /// What is large is read only for somebody: a stranger's fifty megabytes would be held in memory to be refused.
    private func demandSender(_ route: Route, _ viewer: Viewer?) throws {
        guard viewer == nil, route.access != .anyone, route.bodyLimit > 1 << 20 else { return }
        throw Refusal(.signInNeeded, "refusal.signIn")
    }

    func limit(_ route: Route, _ exchange: Exchange) throws {
        let general = limits.allows(exchange.origin, perMinute: generalRate, now: exchange.now)
        let own = route.rate.map { limits.allows("\(exchange.origin) \(route.path)", perMinute: $0, now: exchange.now) } ?? true
        guard general, own else { throw Refusal(.tooMany, "refusal.tooMany") }
    }

    /// Enough of an exchange to show an error page, before anything is known of the asker.
    private func bareExchange(_ request: Request, _ context: FrontContext, address: String, secret: String?) -> Exchange {
        let parts = address.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let query = parts.count > 1 ? (try? FormData(urlencoded: Array(parts[1].utf8))) ?? FormData() : FormData()
        return Exchange(
            hall: hall, method: request.method, path: String(parts[0]), query: query, parameters: [:], fields: request.headers,
            form: FormData(), now: hall.database.now, viewer: nil,
            browser: request.headers[.authorization] == nil ? secret : nil,
            origin: origin(request, context.address))
    }

    private func exchangeFor(
        _ request: Request, _ route: Route, _ parameters: [String: String], _ viewer: Viewer?, _ bare: Exchange
    ) async throws -> Exchange {
        let body = try await RequestBodyReader(request, for: route)
        return Exchange(
            hall: hall, method: bare.method, path: bare.path, query: bare.query, parameters: parameters, fields: bare.fields,
            form: body.form, files: body.files, json: body.json, now: bare.now, viewer: viewer, browser: bare.browser,
            origin: bare.origin)
    }

    /// A token opens what it was made for and no page; a request with one has no cookie.
    private func viewer(_ route: Route, _ bare: Exchange) async throws -> Viewer? {
        guard let header = bare.fields[.authorization] else { return try await hall.strangers.viewer(bare.browser, hall) }
        guard let scope = route.scope else { return nil }
        guard let token = Bearer.token(header), let bearer = try await hall.bearer(token, hall.database) else {
            throw Refusal(.signInNeeded, "refusal.token")
        }
        guard bearer.scopes.contains(scope) else { throw Refusal(.forbidden, "refusal.scope", ["scope": scope]) }
        return bearer.viewer
    }

    /// Every request that may change something must come from a page of ours: by fetch metadata or origin, and by token. No
    /// page can make a browser send a bearer token of its own accord, so one stands for itself.
    func guardForm(_ route: Route, _ request: Request, _ exchange: Exchange) throws {
        guard request.method != .get, request.method != .head else { return }
        if route.scope != nil {
            if request.headers[.authorization] != nil { return }
            guard exchange.browser != nil else { throw Refusal(.signInNeeded, "refusal.token") }
        }
        let site = request.headers[SecurityHeaders.name("Sec-Fetch-Site")]
        guard site == nil || site == "same-origin" || site == "none" else { throw Refusal(.forbidden, "refusal.forged") }
        // A page behind a letter's link hides its address, and with it the origin of its own form: "null". The token decides.
        if let origin = request.headers[.origin], origin != "null", let host = request.head.authority {
            guard origin == "https://" + host || origin == "http://" + host else { throw Refusal(.forbidden, "refusal.forged") }
        }
        let token = exchange.form["_token"] ?? request.headers[FormGuard.header]
        guard FormGuard.accepts(token, from: exchange.browser) else {
            throw Refusal(.forbidden, "refusal.forged")
        }
    }

    /// A pseudonym of the address that lasts as long as the process: /64 of IPv6, whole IPv4.
    func origin(_ request: Request, _ asker: @autoclosure () -> String) -> String {
        var address = ""
        if trustsForwarded, let header = request.headers[SecurityHeaders.name("X-Forwarded-For")],
            let last = header.split(separator: ",").last
        {
            address = String(last).trimmingCharacters(in: .whitespaces)
        } else {
            address = asker()
        }
        if address.contains(":") { address = address.split(separator: ":").prefix(4).joined(separator: ":") }
        let code = HMAC<SHA256>.authenticationCode(for: Data(address.utf8), using: pseudonymKey)
        return Data(code.prefix(9)).base64EncodedString()
    }
}
