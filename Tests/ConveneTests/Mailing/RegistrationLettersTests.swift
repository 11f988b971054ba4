import Base
import Crypto
import HTML
import Store
import TestKit
import Testing
import Web

@testable import Convene

@Suite("Letters about registrations")
struct RegistrationLettersTests {
    private static let address = RegistrationAddress(SymmetricKey(data: Array(repeating: UInt8(7), count: 32)))
    private static let teller = RegistrationLetters.teller(
        book: EventWorld.book, baseURL: "https://conference.example", address: address)

    private static func letters(_ tx: Reader) throws -> [Letter] { try LetterStore.recent(50, in: tx) }

    private static func changed(_ one: Registration, _ change: (inout Registration) -> Void) -> Registration {
        var other = one
        change(&other)
        return other
    }

    @Test(
        "each occasion has its letter in the holder's language, with nothing unfilled", arguments: RegistrationOccasion.allCases)
    func every(occasion: RegistrationOccasion) async throws {
        try await RegistrationStage.with(.sqlite) { stage in
            let one = try await stage.register("Ana")
            for language in Language.allCases {
                let hers = Self.changed(one) {
                    $0.holder.language = language
                    $0.heldUntil = stage.database.now.adding(minutes: 600)
                }
                try await stage.database.write { tx in
                    let before = tx.statements
                    try Self.teller(occasion, hers, in: tx)
                    #expect(tx.statements - before == 2)
                }
            }
            let all = try await stage.database.read(Self.letters)
            #expect(all.count == Language.allCases.count && Set(all.map(\.language)).count == all.count)
            for letter in all {
                #expect(!letter.text.contains("{") && !letter.text.contains("mailing.") && !letter.subject.contains("{"))
                #expect(letter.to == "ana@people.example" && letter.text.contains("Ana") && letter.text.contains(one.number))
                let page = Self.address.path(one.id, generation: 1)
                #expect(letter.text.contains(page) != [.passedOn, .declined, .lapsed].contains(occasion), "\(letter.text)")
                #expect((letter.text.contains("Mexico City)") || letter.text.contains("Mexico City）")) == (occasion == .offered))
                let kinds = letter.attachments.map(\.kind)
                switch occasion {
                case .confirmed, .moved, .received:
                    #expect(kinds == [RegistrationLetters.ticketKind, RegistrationLetters.calendarKind])
                case .cancelled, .passedOn: #expect(kinds == [RegistrationLetters.calendarKind])
                default: #expect(kinds.isEmpty)
                }
            }
        }
    }

    @Test("one that may have come twice stands at the registration's desk page", arguments: Backend.available)
    func doubted(backend: Backend) async throws {
        try await RegistrationStage.with(backend) { stage in
            let one = try await stage.register("Ana")
            try await stage.database.write { tx in
                try Self.teller(.confirmed, one, in: tx)
                try Self.teller(.received, one, in: tx)
                let letter = try #require(try Self.letters(tx).last)
                try LetterStore.settle(letter.id, .waiting, error: "no answer", isUnsure: true, in: tx)
            }
            let path = "/desk/e/\(stage.event.slug)/registrations/\(one.id)"
            let page = String(decoding: try await stage.world.ask(path, as: stage.world.administrator).body, as: UTF8.self)
            #expect(page.contains("id=\"doubted\"") && page.contains("Possibly delivered twice"))
            let found = try await stage.database.read { try LetterStore.doubted(about: one.id, in: $0) }
            #expect(found.count == 1 && page.contains(found[0].subject))
        }
    }

    @Test("verbs post them in their own transaction, on both engines", arguments: Backend.available)
    func posted(backend: Backend) async throws {
        try await RegistrationStage.with(backend, places: 1) { stage in
            let held = try await stage.hold(stage.room, key: "ana")
            let room = stage.room
            try await stage.database.write { tx in
                _ = try RegistrationActions.submit(
                    held, holder: RegistrationStage.holder("Ana"), category: room, by: nil, tell: Self.teller, in: tx)
            }
            let letter = try #require(try await stage.database.read(Self.letters).first)
            #expect(letter.language == .es && letter.subject == "Conferencia 2025: su plaza está confirmada")
            #expect(letter.text.contains("UNAM, Ciudad de México, México"))
            #expect(letter.text.contains(singleLine(EventWorld.book.words(.es).dates(stage.event.first, stage.event.last))))
            await #expect(throws: Refusal.self) {
                try await stage.database.write { tx in
                    try Self.teller(.confirmed, held, in: tx)
                    try Self.teller(.confirmed, Self.changed(held) { $0.holder.email = "a@people.example" }, in: tx)
                    throw Refusal(.conflict, "refusal.notFound")
                }
            }
            #expect(try await stage.database.read(Self.letters).count == 1)
        }
    }

    @Test("an offered place can be taken or passed on from the letter, which by itself does nothing")
    func offered() async throws {
        try await RegistrationStage.with(.sqlite) { stage in
            let one = Self.changed(try await stage.register("Ana")) {
                $0.state = .offered
                $0.heldUntil = stage.database.now.adding(minutes: 60)
            }
            try await stage.database.write { try Self.teller(.offered, one, in: $0) }
            let text = try #require(try await stage.database.read(Self.letters).first).text
            let page = "https://conference.example" + Self.address.path(one.id, generation: 1) + "?lang=es"
            #expect(text.contains("\n\(page)#take\n") && text.contains("\n\(page)#pass\n"))
        }
    }

    @Test("after a transfer the letter to the old holder opens nothing of the new one's")
    func generations() async throws {
        try await RegistrationStage.with(.sqlite) { stage in
            let old = try await stage.register("Ana")
            let new = Self.changed(old) {
                $0.generation += 1
                $0.holder = RegistrationStage.holder("Bo")
            }
            try await stage.database.write { tx in
                try Self.teller(.passedOn, old, in: tx)
                try Self.teller(.received, new, in: tx)
            }
            let letters = try await stage.database.read(Self.letters)
            let toOld = try #require(letters.first { $0.to.hasPrefix("ana") })
            let toNew = try #require(letters.first { $0.to.hasPrefix("bo") })
            #expect(!toOld.text.contains("/r/") && toNew.text.contains(Self.address.path(old.id, generation: 2)))
            #expect(toOld.attachments.map(\.key) == ["\(old.id) 1 es ended"])
            #expect(toNew.attachments.map(\.key) == ["\(old.id) 2 es", "\(old.id) 2 es"])
        }
    }

    @Test("what is written into a form becomes no link and no header of a letter")
    func typed() async throws {
        try await RegistrationStage.with(.sqlite) { stage in
            let one = Self.changed(try await stage.register("Ana")) {
                $0.holder.name = "Win at https://evil.example/x now\r\nBcc: b@example.org"
                $0.holder.organisation = "www.evil.example"
                $0.holder.language = .en
            }
            let wording = MailWording(subject: Localized("For {name}"), text: Localized("{name}\n{organisation}"))
            try await stage.database.write { tx in
                try MailTemplateStore.set(wording, for: .confirmed, of: stage.event.id, in: tx)
                try Self.teller(.confirmed, one, in: tx)
            }
            let letter = try #require(try await stage.database.read(Self.letters).first)
            #expect(letter.subject == "For Win at https: //evil. example/x now Bcc: b @ example. org")
            #expect(letter.text == "Win at https: //evil. example/x now Bcc: b @ example. org\nwww. evil. example\n")
        }
    }

    @Test("the organiser's wording goes before the house's, in a language that she wrote")
    func worded() async throws {
        try await RegistrationStage.with(.sqlite) { stage in
            let one = try await stage.register("Ana")
            let wording = MailWording(
                subject: Localized(["fr": "Bienvenue", "en": "Welcome"], authentic: "fr"),
                text: Localized(["fr": "{dates}", "en": "{dates}"], authentic: "fr"))
            try await stage.database.write { tx in
                try MailTemplateStore.set(wording, for: .confirmed, of: stage.event.id, in: tx)
                try Self.teller(.confirmed, one, in: tx)
                try Self.teller(.waiting, one, in: tx)
            }
            let letters = try await stage.database.read(Self.letters)
            let confirmed = try #require(letters.first { !$0.attachments.isEmpty })
            #expect(confirmed.language == .fr && confirmed.subject == "Bienvenue" && confirmed.text == "2–4 décembre 2025\n")
            #expect(letters.contains { $0.language == .es && $0.subject.contains("lista de espera") })
        }
    }
}
