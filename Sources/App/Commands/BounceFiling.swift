import Base
import Foundation
import Mail
import Store

/// Puts what a report says beside the letter that it is about.
package enum BounceFiling {
    /// How many of its recipients were new. Where the letter is known the address is ours: whoever forwards mail is not blamed.
    @discardableResult
    package static func file(_ report: BounceReport, digest: String, in tx: Writer) throws -> Int {
        let letter = try report.letter.flatMap { try LetterStore.find($0, in: tx) }
        var filed = 0
        for bounce in report.bounces {
            let one = LetterBounce(
                id: tx.newID(), letter: report.letter, recipient: (letter?.to ?? bounce.recipient).lowercased(),
                action: bounce.action.rawValue, status: bounce.status, diagnostic: bounce.diagnostic,
                isTrouble: bounce.action.isTrouble, at: tx.now)
            if try BounceStore.insert(one, report: digest, in: tx) { filed += 1 }
        }
        if filed > 0, let first = report.letter {
            try tx.audit("letter.bounced", by: nil, on: "letter", first, after: String(filed))
        }
        return filed
    }

    /// What stands behind the @ of our Message-IDs.
    package static func domain(_ settings: Settings) -> String? { settings.mailFrom.split(separator: "@").last.map(String.init) }
}

/// Reports that wait for the running server: a mail system delivers them at any time, and a SQLite file is one process's alone.
package struct BounceSpool: Sendable {
    private let folder: URL
    private let domain: String?

    package init(_ settings: Settings) {
        folder = URL(fileURLWithPath: settings.data).appending(path: "bounces")
        domain = BounceFiling.domain(settings)
    }

    /// On disk when it returns; the same report twice is one file.
    package func put(_ bytes: [UInt8], digest: String) throws {
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try Data(bytes).write(to: folder.appending(path: digest + ".eml"), options: .atomic)
    }

    /// Files what waits, at most so many. What cannot be read goes: the command that put it there has read it before.
    @discardableResult
    package func take(_ limit: Int = 100, into database: Database) async throws -> Int {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        var filed = 0
        for name in names.filter({ $0.hasSuffix(".eml") }).sorted().prefix(limit) {
            let file = folder.appending(path: name)
            if let data = FileManager.default.contents(atPath: file.path),
                let report = try? BounceReader.read(Array(data), domain: domain)
            {
                let digest = String(name.dropLast(4))
                filed += try await database.write { try BounceFiling.file(report, digest: digest, in: $0) }
            }
            try? FileManager.default.removeItem(at: file)
        }
        return filed
    }
}
