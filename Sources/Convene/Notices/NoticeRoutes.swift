import Base
import HTML
import HTTPTypes
import Store
import Web

/// Telling people of a release, at the desk.
package enum NoticeRoutes {
    package static let routes: [Route] = [
        Route(.get, "/desk/e/:event/releases/:number/notices", .role(.organiser), handler: show),
        Route(.post, "/desk/e/:event/releases/:number/notices", .role(.organiser), repeats: ["to"], handler: send),
        Route(.post, "/desk/e/:event/releases/:number/notices/contacts", .role(.organiser), handler: link),
    ]

    private static func show(_ exchange: Exchange) async throws -> Answer { try await page(exchange) { _ in } }

    private static func page(_ exchange: Exchange, change: @Sendable (inout NoticePage.View) -> Void) async throws -> Answer {
        let language = Language(rawValue: exchange.form.line("language")) ?? exchange.language
        let message = String(exchange.form.text("message").prefix(NoticeForm.longestMessage))
        let compose = composer(exchange, language, message)
        var view = try await exchange.database.read { tx in
            let event = try ProgrammeDeskRoutes.event(exchange, in: tx)
            let outlook = try NoticeActions.look(at: ReleaseRoutes.number(exchange), of: event, by: exchange.viewer, in: tx)
            let letters = outlook.entries.compactMap { entry in
                entry.address.map { (entry.notice.key, preview(compose(entry, $0, event, outlook.release))) }
            }
            return NoticePage.View(
                event: event, outlook: outlook, letters: Dictionary(letters, uniquingKeysWith: { first, _ in first }),
                language: language)
        }
        view.message = exchange.form.text("message")
        change(&view)
        let number = exchange.words.number(view.outlook.release.number)
        return exchange.page(
            title: exchange.words("notice.title", ["number": number]), wing: .convene, current: "/desk",
            main: NoticePage.page(exchange.scene(withForms: true), view),
            status: view.complaints.isEmpty && view.wrong == nil ? .ok : .unprocessableContent, withForms: true)
    }

    private static func preview(_ draft: LetterDraft) -> NoticePage.Preview {
        NoticePage.Preview(subject: draft.subject, text: draft.text, language: draft.language)
    }

    private static func send(_ exchange: Exchange) async throws -> Answer {
        guard exchange.form.line("act") == "send" else { return try await page(exchange) { _ in } }
        do {
            let path = try await exchange.database.write { tx in
                let event = try ProgrammeDeskRoutes.event(exchange, in: tx)
                _ = try exchange.viewer.demand(.organiser, in: event.id)
                let form = try NoticeForm(sent: exchange.form.text, all: exchange.form.all, reading: exchange.language)
                let number = try ReleaseRoutes.number(exchange)
                guard let release = try ReleaseStore.find(event.id, number, in: tx) else {
                    throw Refusal(.notFound, "release.refusal.notFound")
                }
                let compose = composer(exchange, form.language, form.message)
                try NoticeActions.tell(number, of: event, chosen: form.chosen, by: exchange.viewer, in: tx) { entry, address in
                    compose(entry, address, event, release)
                }
                return "/desk\(event.path)/releases/\(number)/notices"
            }
            return exchange.seeOther(path)
        } catch let complaints as Complaints {
            return try await page(exchange) { $0.complaints = complaints }
        }
    }

    private static func link(_ exchange: Exchange) async throws -> Answer {
        let name = exchange.form.line("name")
        let address = exchange.form.line("address")
        do {
            let path = try await exchange.database.write { tx in
                let event = try ProgrammeDeskRoutes.event(exchange, in: tx)
                _ = try NoticeActions.link(name, to: address, of: event, by: exchange.viewer, in: tx)
                return "/desk\(event.path)/releases/\(try ReleaseRoutes.number(exchange))/notices"
            }
            return exchange.seeOther(path)
        } catch let refusal as Refusal where refusal.field == "email" {
            return try await page(exchange) { $0.wrong = (name, address) }
        }
    }

    private typealias Composer = @Sendable (NoticeActions.Entry, String, Event, Release) -> LetterDraft

    private static func composer(_ exchange: Exchange, _ language: Language, _ message: String) -> Composer {
        let words = exchange.hall.book.words(language)
        let baseURL = exchange.hall.baseURL
        return { entry, address, event, release in
            NoticeMail.letter(
                entry.notice, to: address, event: event, release: release, message: message, baseURL: baseURL, words: words)
        }
    }
}
