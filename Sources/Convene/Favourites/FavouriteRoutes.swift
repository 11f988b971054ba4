import Base
import HTML
import HTTPTypes
import Store
import Web

/// A reader's own schedule. Nothing of it is ever on a page that is the same for everyone: scripts mark the stars there.
package enum FavouriteRoutes {
    package static let routes: [Route] = [
        Route(.get, "/e/:event/mine", .anyone, query: ["add"], handler: mine),
        Route(.get, "/e/:event/mine.ics", .anyone, handler: file),
        Route(.post, "/e/:event/favourites", .anyone, rate: 240, handler: choose),
        Route(.post, "/e/:event/favourites/calendar", .signedIn, rate: 20, handler: renew),
        Route(.post, "/e/:event/favourites/calendar/end", .signedIn, handler: end),
        Route(.get, "/e/:event/calendar/:secret/mine.ics", .anyone, handler: calendar),
    ]

    /// Whatever the viewer chose: in her account, or in the browser of somebody who is not signed in.
    package static func chosen(_ exchange: Exchange, of event: Event, in tx: Reader) throws -> [Identifier] {
        guard let viewer = exchange.viewer else { return cookie(exchange).sessions }
        return try FavouriteStore.of(viewer.person, in: event.id, tx)
    }
    private static func cookie(_ exchange: Exchange) -> FavouriteCookie { FavouriteCookie(header: exchange.fields[.cookie]) }

    // MARK: Looking

    private static func mine(_ exchange: Exchange) async throws -> Answer { try await page(exchange) }

    private static func page(
        _ exchange: Exchange, secret: String? = nil, _ complaints: Complaints = Complaints()
    ) async throws -> Answer {
        let view = try await exchange.database.read { tx in
            let sight = try SiteRoutes.sight(exchange, in: tx)
            var view = FavouritePage.View(
                event: sight.event,
                programme: sight.release.map {
                    ProgrammeShelf.shared.view($0, reader: exchange.zone, language: exchange.language)
                },
                chosen: try chosen(exchange, of: sight.event, in: tx))
            view.gone = try gone(view, in: tx)
            if let viewer = exchange.viewer {
                view.calendarMade = try FavouriteStore.calendarMade(for: viewer.person, in: sight.event.id, tx)
                view.toAdopt = cookie(exchange).sessions.count { id in
                    view.programme?.index(of: id) != nil && !view.chosen.contains(id)
                }
            }
            return view
        }
        var shown = view
        let event = view.event
        shown.offered = exchange.query["add"].flatMap { Identifier($0) }
        shown.address = secret.map {
            "\(exchange.hall.baseURL)\(event.path)/calendar/\($0)/mine.ics?lang=\(exchange.language.rawValue)"
        }
        shown.complaints = complaints
        let title = exchange.words("favourite.title")
        let scene = exchange.scene(withForms: true)
        var answer = exchange.page(
            title: title + " · " + event.name.text(exchange.language), wing: .convene, current: "/editions",
            masthead: MastheadPage.within(scene, event, title: "\(title)"), main: FavouritePage.main(scene, shown),
            status: complaints.isEmpty ? .ok : .unprocessableContent, zoned: true, withForms: true)
        answer.fields[robots] = "noindex"
        return answer
    }

    /// Of what was chosen and is no more there, what earlier releases remember.
    private static func gone(_ view: FavouritePage.View, in tx: Reader) throws -> [Session] {
        let missing = Set(view.chosen.filter { view.programme?.index(of: $0) == nil })
        guard !missing.isEmpty, let release = view.programme?.release else { return [] }
        let earlier = try ReleaseStore.newest(SiteRoutes.remembered, of: view.event.id, in: tx)
        return ICalendarExport.cancelled(release, earlier: earlier).filter { missing.contains($0.id) }
    }

    // MARK: Choosing

    private static func choose(_ exchange: Exchange) async throws -> Answer {
        let form = FavouriteForm(sent: exchange.form.line)
        let event = try await exchange.database.read { tx in try SiteRoutes.sight(exchange, in: tx).event }
        do {
            let wish = try form.wish()
            let answer = try await choose(wish.action, wish.session, event, exchange)
            return answer ?? exchange.seeOther(form.back(event), showsItself: true)
        } catch let complaints as Complaints {
            return try await page(exchange, complaints)
        }
    }

    private static func choose(
        _ action: FavouriteForm.Action, _ session: Identifier?, _ event: Event, _ exchange: Exchange
    ) async throws -> Answer? {
        let kept = cookie(exchange)
        guard exchange.viewer != nil else { return try await keep(action, session, kept, event, exchange) }
        try await exchange.database.write { tx in
            switch (action, session) {
            case (.add, let session?): try FavouriteActions.add(session, of: event, by: exchange.viewer, in: tx)
            case (.remove, let session?): try FavouriteActions.remove(session, of: event, by: exchange.viewer, in: tx)
            default: try FavouriteActions.adopt(kept.sessions, of: event, by: exchange.viewer, in: tx)
            }
        }
        guard action == .adopt else { return nil }
        // What is in the account need not stay in a browser that others may use.
        return cleared(exchange.seeOther(event.path + "/mine", showsItself: true), FavouriteCookie(), event, exchange)
    }

    /// Without an account: the browser keeps it, and nothing is written here.
    private static func keep(
        _ action: FavouriteForm.Action, _ session: Identifier?, _ kept: FavouriteCookie, _ event: Event, _ exchange: Exchange
    ) async throws -> Answer? {
        guard let session else { return nil }
        if action == .remove { return cleared(back(event, exchange), kept.without(session), event, exchange) }
        let release = try await exchange.database.read { tx in try ReleaseShelf.latest(of: event.id, in: tx) }
        guard release?.programme.session(session) != nil else { throw Refusal(.notFound, "refusal.notFound") }
        guard !kept.isFull || kept.sessions.contains(session) else {
            throw Complaints("session", "favourite.refusal.full", ["count": String(FavouriteCookie.most)])
        }
        return cleared(back(event, exchange), kept.with(session), event, exchange)
    }

    private static func back(_ event: Event, _ exchange: Exchange) -> Answer {
        exchange.seeOther(FavouriteForm(sent: exchange.form.line).back(event), showsItself: true)
    }
    private static func cleared(_ answer: Answer, _ cookie: FavouriteCookie, _ event: Event, _ exchange: Exchange) -> Answer {
        var answer = answer
        answer.fields[.setCookie] = cookie.set(event, isSecure: exchange.hall.isSecure)
        return answer
    }

    // MARK: Calendars

    /// The page with the secret is the answer itself: a redirect would have to carry the secret somewhere.
    private static func renew(_ exchange: Exchange) async throws -> Answer {
        guard exchange.viewer != nil else { throw Refusal(.signInNeeded, "refusal.signIn") }
        let secret = try await exchange.database.write { tx in
            let event = try SiteRoutes.sight(exchange, in: tx).event
            return try FavouriteActions.renewCalendar(of: event, by: exchange.viewer, in: tx)
        }
        return try await page(exchange, secret: secret)
    }

    private static func end(_ exchange: Exchange) async throws -> Answer {
        guard exchange.viewer != nil else { throw Refusal(.signInNeeded, "refusal.signIn") }
        let event = try await exchange.database.write { tx in
            let event = try SiteRoutes.sight(exchange, in: tx).event
            try FavouriteActions.endCalendar(of: event, by: exchange.viewer, in: tx)
            return event
        }
        return exchange.seeOther(event.path + "/mine")
    }

    private static func file(_ exchange: Exchange) async throws -> Answer {
        try await calendar(exchange) { event, tx in try chosen(exchange, of: event, in: tx) }
    }

    private static func calendar(_ exchange: Exchange) async throws -> Answer {
        try await calendar(exchange) { event, tx in
            try FavouriteActions.open(exchange.parameters["secret"] ?? "", of: event, in: tx)
        }
    }

    /// Never stored on the way, never in a search engine. What was called off is said, as in the calendar of everything.
    private static func calendar(
        _ exchange: Exchange, _ chosen: @escaping @Sendable (Event, Reader) throws -> [Identifier]
    ) async throws -> Answer {
        let (file, release, ids, earlier) = try await exchange.database.read { tx in
            let sight = try SiteRoutes.sight(exchange, in: tx)
            let ids = Set(try chosen(sight.event, tx))
            let isWhole = sight.release.map { release in ids.allSatisfy { release.programme.session($0) != nil } } ?? true
            let earlier = isWhole ? [] : try ReleaseStore.newest(SiteRoutes.remembered, of: sight.event.id, in: tx)
            return (try EventStore.file(sight.event, in: tx), sight.release, ids, earlier)
        }
        guard var own = release else { throw Refusal(.notFound, "refusal.notFound") }
        let gone = ICalendarExport.cancelled(own, earlier: earlier).filter { ids.contains($0.id) }
        own.programme.sessions.removeAll { !ids.contains($0.id) }
        let view = ProgrammeView(own, reader: nil, language: exchange.language)
        let export = ICalendarExport(
            file, words: exchange.words, addresses: SessionAddresses(file.event, baseURL: exchange.hall.baseURL))
        var answer = Answer.text(export.programme(view, cancelled: gone), type: "text/calendar; charset=utf-8")
        answer.fields[robots] = "noindex"
        return answer
    }

    private static let robots = HTTPField.Name("X-Robots-Tag") ?? .server
}
