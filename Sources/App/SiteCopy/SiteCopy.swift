import Base
import Convene
import Foundation
import HTTPTypes
import Store
import Web

/// A copy of an event's public pages that works from a folder, without a server: every page in some languages, the style
/// sheet, calendars and files. It asks the house's own routes, as somebody who is not signed in.
package struct SiteCopy: Sendable {
    package struct Outcome: Sendable {
        package let pages: Int
        package let files: Int
        /// Bytes.
        package let size: Int
    }
    private let house: House
    private let event: Event
    private let languages: [Language]
    private let now: Instant
    private var first: Language { languages.first ?? .en }

    /// Reaches so many addresses at most: a site that grows while it is copied ends nevertheless.
    private static let most = 100_000

    package init(_ house: House, _ event: Event, languages: [Language]) {
        self.house = house
        self.event = event
        self.languages = languages.isEmpty ? [.en] : languages
        now = house.database.now
    }

    /// English and the languages that the event is told or held in.
    package static func languages(of event: Event, _ release: Release?) -> [Language] {
        let sessions = release?.programme.sessions ?? []
        let tags = event.name.tags + sessions.flatMap { $0.title.tags + $0.languages }
        let used = Set(tags.compactMap { Language(tag: $0) }).union([.en])
        return Language.allCases.filter { used.contains($0) }
    }

    /// Fills the folder, which must not hold anything yet. `progress` hears of each file.
    package func write(to folder: URL, progress: (String, Int) -> Void = { _, _ in }) async throws -> Outcome {
        let manager = FileManager.default
        try manager.createDirectory(at: folder, withIntermediateDirectories: true)
        guard try manager.contentsOfDirectory(atPath: folder.path).isEmpty else {
            throw StoreError.refused("\(folder.path) is not empty")
        }
        let files = try await reach()
        var done = 0
        var size = 0
        var pages = 0
        for (address, file) in files.sorted(by: { $0.value < $1.value }) {
            guard let answer = try await answer(address) else { continue }
            let isPage = isPage(answer)
            var copies = [file]
            if isPage { pages += 1 }
            // Whoever opens the folder finds the beginning in its first language.
            if file == "\(first.rawValue)/index.html" { copies.append("index.html") }
            for copy in copies {
                let body = isPage ? page(answer, at: address, as: copy, files) : answer.body
                let place = folder.appending(path: copy)
                try manager.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(body).write(to: place)
                size += body.count
                done += 1
                progress(copy, done)
            }
        }
        return Outcome(pages: pages, files: done, size: size)
    }

    /// Every address that can be reached from the event's page, with its file.
    private func reach() async throws -> [CopyAddress: String] {
        var files: [CopyAddress: String] = [:]
        var waiting = languages.map { CopyAddress(path: event.path, language: $0) }
        var seen = Set(waiting)
        while let address = waiting.popLast(), files.count < SiteCopy.most {
            guard let answer = try await answer(address) else { continue }
            files[address] = address.file(event: event.path, isPage: isPage(answer), name: name(answer))
            guard isPage(answer) else { continue }
            // Seen as if all were there: what is not is told when it is asked for.
            let page = CopyPage(
                address: address, event: event.path, first: first, baseURL: house.settings.baseURL, file: { _ in "x" }, here: "x")
            let shown = CopyReader.nodes(answer.body)
            for target in CopyPage.targets(page.kept(shown), at: address, event: event.path, first: first) {
                if languages.contains(target.language), seen.insert(target).inserted { waiting.append(target) }
            }
        }
        return files
    }

    private func page(_ answer: Answer, at address: CopyAddress, as file: String, _ files: [CopyAddress: String]) -> [UInt8] {
        let page = CopyPage(
            address: address, event: event.path, first: first, baseURL: house.settings.baseURL, file: { files[$0] }, here: file)
        return Array(CopyElement.text(page.nodes(CopyReader.nodes(answer.body))).utf8)
    }

    /// What the site answers to somebody who is not signed in; nil for what is not there.
    private func answer(_ address: CopyAddress) async throws -> Answer? {
        if let file = house.hall.assets.answer(address.path) { return file }
        guard case .found(let route, let parameters) = house.table.match(.get, address.path), route.access == .anyone else {
            return nil
        }
        var fields = HTTPFields()
        fields[.acceptLanguage] = address.language.rawValue
        let exchange = Exchange(
            hall: house.hall, method: .get, path: address.path, query: FormData([]), parameters: parameters, fields: fields,
            form: FormData([]), now: now, viewer: nil, browser: nil, origin: "")
        do {
            let answer = try await route.handler(exchange)
            return answer.status == .ok ? answer : nil
        } catch is Refusal {
            return nil
        }
    }

    private func isPage(_ answer: Answer) -> Bool { answer.type.hasPrefix("text/html") }

    /// The name under which a file is handed out.
    private func name(_ answer: Answer) -> String? {
        let parts = answer.fields[.contentDisposition]?.split(separator: "filename=\"", maxSplits: 1)
        return parts?.dropFirst().first?.split(separator: "\"").first.map { String($0) }
    }
}
