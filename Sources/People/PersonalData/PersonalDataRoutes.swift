import Base
import HTML
import HTTPTypes
import Store
import Web

/// What is held of a person, in her own hands; and entries of one person made one.
package struct PersonalDataRoutes: Sendable {
    /// Of every wing.
    let records: [PersonalRecord]
    /// Puts named files into one.
    let archive: @Sendable ([(name: String, bytes: [UInt8])]) throws -> [UInt8]

    var routes: [Route] { [show, download, erase, merging, merge] }

    private var show: Route {
        Route(.get, "/account/data", .signedIn) { [self] exchange in try await page(exchange, Complaints()) }
    }

    private func page(_ exchange: Exchange, _ complaints: Complaints) async throws -> Answer {
        let export = try await exchange.database.read { try PersonalDataActions.export(records, by: exchange.viewer, in: $0) }
        let lines = zip(records, export.sections).map { record, section in
            var reason: String?
            if case .kept(let why) = record.erasure { reason = why }
            return PersonalDataPage.Line(name: record.name, count: section.rows.count, reason: reason)
        }
        let view = PersonalDataPage.View(person: export.person, lines: lines, complaints: complaints)
        return exchange.accountPage(
            "personal.title", PersonalDataPage.page(exchange.scene(withForms: true), view), complaints)
    }

    private var download: Route {
        Route(.get, "/account/data/personal-data.zip", .signedIn, rate: 10) { [self] exchange in
            let (export, beside) = try await exchange.database.read { tx in
                var export = try PersonalDataActions.export(records, by: exchange.viewer, in: tx)
                return (export, try files(&export, tx))
            }
            let bytes = try archive([(name: "personal-data.json", bytes: try export.json())] + beside)
            var answer = Answer(type: "application/zip", body: bytes)
            answer.fields[.contentDisposition] = #"attachment; filename="personal-data.zip""#
            return answer
        }
    }

    /// Her files, as many as fit into one archive; the names of the others are put down in it.
    private func files(_ export: inout PersonalExport, _ tx: Reader) throws -> [(name: String, bytes: [UInt8])] {
        var found: [(name: String, bytes: [UInt8])] = []
        var room = PersonalExport.mostBytes
        for id in export.files {
            guard let file = try StoredFileStore.find(id, in: tx) else { continue }
            guard file.size <= room, let bytes = try StoredFileStore.bytes(id, in: tx) else {
                export.leftOut.append(file.name)
                continue
            }
            room -= file.size
            // Two files may have one name.
            found.append((name: "files/\(found.count + 1)-\(file.name)", bytes: bytes))
        }
        return found
    }

    private var erase: Route {
        Route(.post, "/account/data/erase", .signedIn, rate: 10) { [self] exchange in
            let typed = exchange.form.line("typed")
            return try await exchange.answering {
                try await exchange.database.write {
                    try PersonalDataActions.erase(records, typed: typed, by: exchange.viewer, in: $0)
                }
                return exchange.seeOther("/", showsItself: true)
            } otherwise: {
                try await page(exchange, $0)
            }
        }
    }

    private var merging: Route {
        Route(.get, "/desk/people/:person/merge", .role(.secretariat)) { [self] exchange in
            try await mergePage(exchange, Complaints())
        }
    }

    private func mergePage(_ exchange: Exchange, _ complaints: Complaints) async throws -> Answer {
        _ = try exchange.viewer.demand(.secretariat)
        let id = try exchange.id("person")
        let persons = try await exchange.database.read { try PersonStore.all(in: $0) }
        guard let kept = persons.first(where: { $0.id == id }) else { throw Refusal(.notFound, "refusal.notFound") }
        let view = PersonalDataPage.Merging(kept: kept, others: persons.filter { $0.id != id }, complaints: complaints)
        return exchange.deskPage(
            exchange.words("personal.merge"), PersonalDataPage.merge(exchange.scene(withForms: true), view), complaints)
    }

    private var merge: Route {
        Route(.post, "/desk/people/:person/merge", .role(.secretariat)) { [self] exchange in
            let viewer = try exchange.viewer.demand(.secretariat)
            let id = try exchange.id("person")
            return try await exchange.answering {
                guard let other = Identifier(exchange.form.line("other")) else {
                    throw Complaints("other", "personal.refusal.nobody")
                }
                try await exchange.database.write {
                    try PersonalDataActions.merge(other, into: id, records, by: viewer, in: $0)
                }
                return exchange.seeOther("/desk/people/\(id)")
            } otherwise: {
                try await mergePage(exchange, $0)
            }
        }
    }
}
