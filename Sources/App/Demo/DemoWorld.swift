import Base
import Convene
import Measure
import People
import Store
import Web

/// The demo: the model alliance and its conferences, made through the verbs in one transaction.
package enum DemoWorld {
    /// Fills a database in which nobody administers anything yet; leaves every other one alone.
    package static func fill(_ house: House) async throws {
        try await house.database.write { tx in
            guard try RoleStore.administrators(in: tx) == 0 else { return }
            let administrator = try PeopleDemo.administrator(in: tx)
            try PeopleDemo.fill(in: tx, administrator: administrator)
            let organisations = try PeopleDemo.organisations(in: tx)
            try ConveneDemo.fill(organisations: organisations, administrator: administrator, in: tx)
            try MeasureDemo.fill(by: administrator, in: tx)
            guard let event = try EventStore.find(slug: "gmc-2025", in: tx) else { return }
            let book = house.hall.book
            try RegistrationDemo.fill(
                event, words: { QuestionnaireDeskRoutes.localized(book, $0) }, by: administrator, in: tx)
        }
    }

    /// A fresh one-time link for the demo's administrator.
    static func signInToken(in tx: Writer) throws -> String? {
        guard let person = try PersonStore.find(email: "admin@plenaria.example", in: tx) else { return nil }
        return try SignInActions.firstAdministrator(person.id, in: tx)
    }
}
