import Base
import Foundation
import HTML
import HTTPTypes
import Store
import Web

/// A programme in the forms that other programs read.
package enum ExportRoutes {
    package static let routes: [Route] =
        [
            Route(.get, "/e/:event/programme.ics", .anyone, handler: programme),
            Route(.get, "/e/:event/s/:session/session.ics", .anyone, handler: session),
            Route(.get, "/e/:event/rooms/:room/room.ics", .anyone) { try await part(.room($0.id("room")), $0) },
            Route(.get, "/e/:event/tracks/:track/track.ics", .anyone) { try await part(.track($0.id("track")), $0) },
            Route(.get, "/e/:event/speakers/:speaker/speaker.ics", .anyone, handler: speaker),
            Route(.get, "/e/:event/changes.atom", .anyone, handler: changes),
        ]
        + ProgrammeExport.Format.allCases.filter { $0 != .ics }.map { format in
            Route(.get, "/e/:event/\(format.name)", .anyone) { try await whole(format, $0) }
        }
    /// So many releases stand in the feed.
    private static let mostEntries = 20

    private static func source(_ exchange: Exchange) async throws -> ExportStore.Source {
        try await exchange.database.read { tx in
            try ExportStore.source(of: SiteRoutes.sight(exchange, in: tx).event, in: tx)
        }
    }

    private static func export(_ source: ExportStore.Source, _ exchange: Exchange) throws -> ProgrammeExport {
        guard let view = source.view(exchange.language) else { throw Refusal(.notFound, "site.unpublished") }
        return ProgrammeExport(
            source.file, view, history: source.history, materials: source.materials, words: exchange.words,
            baseURL: exchange.hall.baseURL, isKept: true)
    }

    private static func whole(_ format: ProgrammeExport.Format, _ exchange: Exchange) async throws -> Answer {
        let source = try await source(exchange)
        return answer(try export(source, exchange).text(format), format.type, source, exchange)
    }

    /// Before the first release a calendar may be subscribed to already: it tells the days.
    private static func programme(_ exchange: Exchange) async throws -> Answer {
        let source = try await source(exchange)
        let text =
            source.release == nil
            ? calendar(source, exchange).announcement(at: exchange.now) : try export(source, exchange).text(.ics)
        return answer(text, ProgrammeExport.Format.ics.type, source, exchange)
    }

    private static func session(_ exchange: Exchange) async throws -> Answer {
        let (source, index) = try await exchange.database.read { tx in
            let source = try ExportStore.source(of: SiteRoutes.sight(exchange, in: tx).event, in: tx)
            return (source, try SiteRoutes.index(of: exchange, source.view(exchange.language), source.event, in: tx))
        }
        guard let view = source.view(exchange.language) else { throw Refusal(.notFound, "refusal.notFound") }
        let text = calendar(source, exchange).session(view.items[index], view)
        return answer(text, ProgrammeExport.Format.ics.type, source, exchange)
    }

    private static func speaker(_ exchange: Exchange) async throws -> Answer {
        guard let key = SpeakerKey(exchange.parameters["speaker"] ?? "") else { throw Refusal(.notFound, "refusal.notFound") }
        return try await part(.speaker(key), exchange)
    }

    private static func part(_ part: ProgrammePart, _ exchange: Exchange) async throws -> Answer {
        let source = try await source(exchange)
        guard let text = try export(source, exchange).calendar(part) else { throw Refusal(.notFound, "refusal.notFound") }
        return answer(text, ProgrammeExport.Format.ics.type, source, exchange)
    }

    private static func changes(_ exchange: Exchange) async throws -> Answer {
        let (source, entries) = try await exchange.database.read { tx in
            let source = try ExportStore.source(of: SiteRoutes.sight(exchange, in: tx).event, in: tx)
            return (source, try ExportStore.changes(of: source.event.id, most: mostEntries, in: tx))
        }
        let feed = ChangesFeedExport(
            source.event, entries, scene: exchange.scene(), siteName: exchange.hall.siteName, baseURL: exchange.hall.baseURL)
        return answer(feed.text(), "application/atom+xml; charset=utf-8", source, exchange)
    }

    private static func calendar(_ source: ExportStore.Source, _ exchange: Exchange) -> ICalendarExport {
        ICalendarExport(
            source.file, words: exchange.words, addresses: SessionAddresses(source.file.event, baseURL: exchange.hall.baseURL))
    }

    private static func answer(_ text: String, _ type: String, _ source: ExportStore.Source, _ exchange: Exchange) -> Answer {
        let keeping: Answer.Keeping = exchange.viewer == nil ? .shared(topics: [source.event.topic], until: nil) : .personal
        var answer = Answer.text(text, type: type, keeping: keeping)
        if let release = source.release { answer.fields[.lastModified] = release.at.httpDate }
        return answer
    }
}
