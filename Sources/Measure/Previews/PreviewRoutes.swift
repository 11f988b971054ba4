import Base
import CompositeIndex
import HTML
import HTTPTypes
import Store
import Web

/// The contact's own pages: what is hers, and one country.
package enum PreviewRoutes {
    package static let routes: [Route] = [
        Route(.get, "/previews", .signedIn, handler: list),
        Route(.get, "/previews/:preview", .signedIn, handler: { try await page($0) }),
        Route(.post, "/previews/:preview", .signedIn, rate: 30, handler: comment),
    ]

    private static func list(_ exchange: Exchange) async throws -> Answer {
        guard let viewer = exchange.viewer else { throw Refusal(.signInNeeded, "refusal.signIn") }
        let all = try await exchange.database.read { tx in
            let previews = try PreviewStore.own(viewer.person, in: tx)
            let editions = previews.isEmpty ? [] : try EditionStore.all(in: tx)
            let names = try EditionStore.units(of: Set(previews.map(\.edition)), in: tx)
            return previews.compactMap { preview in
                editions.first { $0.id == preview.edition }.map { edition in
                    (
                        preview: preview, edition: edition,
                        country: names[edition.id]?.first { $0.code == preview.unit }?.name ?? preview.unit
                    )
                }
            }
        }
        return exchange.page(
            title: exchange.words("measure.previews.own"), wing: .measure, current: "/desk",
            main: PreviewPage.list(exchange.scene(withForms: true), all), withForms: true)
    }

    private static func page(_ exchange: Exchange, _ complaints: Complaints = Complaints()) async throws -> Answer {
        let id = try exchange.id("preview")
        let (found, content, comments) = try await exchange.database.read { tx in
            let found = try PreviewActions.look(at: id, by: exchange.viewer, in: tx)
            return (
                found, try EditionStore.content(of: found.edition.id, in: tx), try PreviewStore.comments(ofPreview: id, in: tx)
            )
        }
        var view = PreviewPage.View(
            edition: found.edition, content: content, preview: found.preview, comments: comments,
            build: try? BuildShelf.shared.build(of: found.edition, content))
        view.typed = complaints.isEmpty ? "" : exchange.form.text("text")
        view.complaints = complaints
        return exchange.page(
            title: exchange.words("measure.previews.own"), wing: .measure, current: "/desk",
            main: PreviewPage.main(exchange.scene(withForms: true), view),
            status: complaints.isEmpty ? .ok : .unprocessableContent,
            withForms: true)
    }

    private static func comment(_ exchange: Exchange) async throws -> Answer {
        let (id, text) = (try exchange.id("preview"), exchange.form.text("text"))
        do {
            try await exchange.database.write { try PreviewActions.comment(text, on: id, by: exchange.viewer, in: $0) }
            return exchange.seeOther("/previews/\(id)")
        } catch let refusal as Refusal where refusal.field != nil {
            return try await page(exchange, Complaints(refusal.field ?? "", refusal.words, refusal.arguments))
        }
    }
}
