import Base
import Foundation
import HTML
import HTTPTypes
import Store
import Web

/// A programme in the forms that other programs read.
package enum ExportRoutes {
    package static let routes: [Route] = [
        Route(.get, "/e/:event/programme.ics", .anyone, handler: programme),
        Route(.get, "/e/:event/s/:session/session.ics", .anyone, handler: session),
        Route(.get, "/e/:event/schedule.xml", .anyone, handler: schedule),
    ]

    private static func programme(_ exchange: Exchange) async throws -> Answer {
        let (file, release, earlier) = try await exchange.database.read { tx in
            let sight = try SiteRoutes.sight(exchange, in: tx)
            return (
                try EventStore.file(sight.event, in: tx), sight.release,
                try ReleaseStore.newest(SiteRoutes.remembered, of: sight.event.id, in: tx)
            )
        }
        let export = export(file, exchange)
        guard let release else { return answer(export.announcement(at: exchange.now), calendar, file.event, nil, exchange) }
        let view = ProgrammeShelf.shared.view(release, reader: nil, language: exchange.language)
        let text = export.programme(view, cancelled: ICalendarExport.cancelled(release, earlier: earlier))
        return answer(text, calendar, file.event, release, exchange)
    }

    private static func session(_ exchange: Exchange) async throws -> Answer {
        let (file, view, index) = try await exchange.database.read { tx in
            let sight = try SiteRoutes.sight(exchange, in: tx)
            let view = sight.release.map { ProgrammeShelf.shared.view($0, reader: nil, language: exchange.language) }
            return (try EventStore.file(sight.event, in: tx), view, try SiteRoutes.index(of: exchange, view, sight.event, in: tx))
        }
        guard let view else { throw Refusal(.notFound, "refusal.notFound") }
        return answer(export(file, exchange).session(view.items[index], view), calendar, file.event, view.release, exchange)
    }

    private static func schedule(_ exchange: Exchange) async throws -> Answer {
        let (file, release) = try await exchange.database.read { tx in
            let sight = try SiteRoutes.sight(exchange, in: tx)
            return (try EventStore.file(sight.event, in: tx), sight.release)
        }
        guard let release else { throw Refusal(.notFound, "site.unpublished") }
        let view = ProgrammeShelf.shared.view(release, reader: nil, language: exchange.language)
        let export = ScheduleXMLExport(file, view, words: exchange.words, baseURL: exchange.hall.baseURL)
        return answer(export.text(), "application/vnd.c3voc.schedule+xml", file.event, release, exchange)
    }

    private static let calendar = "text/calendar; charset=utf-8"

    private static func export(_ file: EventFile, _ exchange: Exchange) -> ICalendarExport {
        ICalendarExport(file, words: exchange.words, baseURL: exchange.hall.baseURL)
    }

    private static func answer(_ text: String, _ type: String, _ event: Event, _ release: Release?, _ exchange: Exchange)
        -> Answer
    {
        let keeping: Answer.Keeping = exchange.viewer == nil ? .shared(topics: [event.topic], until: nil) : .personal
        var answer = Answer.text(text, type: type, keeping: keeping)
        if let release { answer.fields[.lastModified] = ICalendarExport.httpDate(release.at) }
        return answer
    }
}
