import Base
import Store
import TestKit
import Testing

@Suite("Reports on letters in the database")
struct LetterBounceTests {
    private static func bounce(_ tx: Writer, _ recipient: String, letter: Identifier? = nil) -> LetterBounce {
        LetterBounce(
            id: tx.newID(), letter: letter, recipient: recipient, action: "failed", status: "5.1.1", diagnostic: "x",
            isTrouble: true,
            at: tx.now)
    }

    @Test(
        "a report that is read twice counts once; it is found by letter and address, and goes after half a year",
        arguments: Backend.available)
    func kept(backend: Backend) async throws {
        let clock = TestClock()
        try await withDatabase(backend, clock: clock.read) { database in
            let letter = Identifier(at: database.now)
            let (first, second, other) = try await database.write { tx in
                (
                    try BounceStore.insert(Self.bounce(tx, "ana@x.example", letter: letter), report: "r", in: tx),
                    try BounceStore.insert(Self.bounce(tx, "ana@x.example", letter: letter), report: "r", in: tx),
                    try BounceStore.insert(Self.bounce(tx, "bo@x.example"), report: "r", in: tx)
                )
            }
            #expect(first && !second && other)
            let byLetter = try await database.read { try BounceStore.of(letter: letter, in: $0) }
            let byAddress = try await database.read { try BounceStore.of(address: "ANA@x.example", in: $0) }
            #expect(byLetter.count == 1 && byLetter == byAddress)
            clock.advance(seconds: 181 * 86_400)
            try await database.write { try BounceStore.sweep(in: $0) }
            let left = try await database.read { try BounceStore.of(letter: letter, in: $0) }
            #expect(left.isEmpty)
        }
    }

    @Test("a letter keeps what goes with it", arguments: Backend.available)
    func attachments(backend: Backend) async throws {
        try await withDatabase(backend) { database in
            let file = LetterAttachment(kind: "k", name: "n.ics", type: "text/calendar", key: "1 \"2\" ñ")
            let id = try await database.write { tx in
                try tx.post(
                    LetterDraft(to: "a@b.example", subject: "s", text: "t", language: .en, purpose: "p", attachments: [file]))
            }
            let letter = try #require(try await database.read { try LetterStore.find(id, in: $0) })
            #expect(letter.attachments == [file] && letter.lastError == nil)
        }
    }
}
