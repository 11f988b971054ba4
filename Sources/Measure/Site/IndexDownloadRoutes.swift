import Base
import CompositeIndex
import Foundation
import HTTPTypes
import Store
import Web

/// The files of an edition, and the numbers that the sliders compute with.
package enum IndexDownloadRoutes {
    package static let routes: [Route] = [
        Route(.get, "/index/:edition/scores.json", .anyone, handler: scores),
        Route(.get, "/index/:edition/download/:file", .anyone, handler: file),
    ]

    private static func scores(_ exchange: Exchange) async throws -> Answer {
        let view = try await IndexSiteRoutes.view(exchange)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Answer(
            type: "application/json", body: Array(try encoder.encode(SliderData(view))), keeping: IndexSiteRoutes.keeping(view))
    }

    private static func file(_ exchange: Exchange) async throws -> Answer {
        guard let name = EditionArchive.Name(rawValue: exchange.parameters["file"] ?? "") else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        let view = try await IndexSiteRoutes.view(exchange)
        guard EditionArchive.names(view).contains(name) else { throw Refusal(.notFound, "refusal.notFound") }
        let archive = EditionArchive(view)
        let bytes = try archive.bytes(name) ?? ZipArchive.bytes(try archive.bundle())
        var answer = Answer(type: name.type, body: bytes, keeping: IndexSiteRoutes.keeping(view))
        answer.fields[.contentDisposition] = Answer.disposition("\(view.edition.slug)-\(name.rawValue)", isInline: false)
        return answer
    }
}
