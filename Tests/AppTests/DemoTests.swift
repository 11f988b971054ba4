import App
import Base
import Convene
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import People
import Store
import TestKit
import Testing
import Web

/// What the demo must show: the concept note as a conference site.
@Suite struct DemoTests {
    @Test("the 2025 programme is the note's", .timeLimit(.minutes(15)), arguments: Backend.available)
    func programme(backend: Backend) async throws {
        try await AppWorld.with(backend) { world in
            let release = try #require(
                try await world.house.database.read { try ReleaseStore.latest(of: world.event.id, in: $0) })
            let shown = release.programme.sessions.map { "\($0.date) \($0.start)-\($0.end) \($0.title.text(.en))" }
            let opening = [
                "09:20-09:30 Opening Video", "09:30-09:40 Future Education Scenario Presenting", "09:40-10:15 Opening Remarks",
                "10:15-10:25 Keynote Report",
            ]
            #expect(Array(shown.prefix(4)) == opening.map { "2025-12-03 " + $0 })
            #expect(shown.count == 16)
            let third = release.programme.sessions.filter {
                $0.date.description == "2025-12-03" && $0.start < ClockTime(minutes: 780)
            }
            #expect(third.count == 12)
            #expect(third.last?.end == ClockTime(minutes: 750))
            let block = try #require(third.first { $0.slots.count > 0 })
            #expect(block.slots.map(\.start.description) == ["11:00", "11:08", "11:16", "11:24", "11:32"])
            #expect(block.slots.allSatisfy { $0.minutes == 8 })
            #expect(shown.filter { $0.hasPrefix("2025-12-03 14:00-17:00 Plenary Session") }.count == 2)
            #expect(shown.filter { $0.hasPrefix("2025-12-04 09:30-12:30 Plenary Session") }.count == 2)
            #expect(release.programme.zone == "America/Mexico_City")
            #expect(Zone("America/Mexico_City")?.offset(at: Instant(seconds: 1_764_774_000)) == -21_600)
        }
    }

    @Test("the alliance counts as the note says", .timeLimit(.minutes(15)))
    func members() async throws {
        try await AppWorld.with(.sqlite) { world in
            try await world.client { client in
                let page = try await world.get("/members?on=2025-12-03&lang=en", .anonymous, client).text
                let words = page.replacing(#/<[^>]*>/#, with: "").replacing(#/\s+/#, with: " ")
                let note =
                    "18 universities, 6 online education platforms and 1 research institute from 18 countries on 6 continents"
                #expect(words.contains(note))
            }
        }
    }

    @Test("the conference asks what conferences ask, in every language, and people have registered", .timeLimit(.minutes(15)))
    func registration() async throws {
        try await AppWorld.with(.sqlite) { world in
            let (places, versions, registrations, mailings) = try await world.house.database.read { tx in
                let places = try PlaceCategoryStore.all(of: world.event.id, in: tx).map(\.category)
                return (
                    places,
                    try places.compactMap { try $0.questionnaire.flatMap { try QuestionnaireStore.latest(of: $0, in: tx) } },
                    try RegistrationListStore.all(of: world.event.id, in: tx), try MailingStore.all(of: world.event.id, in: tx)
                )
            }
            #expect(versions.count == places.count && places.count >= 4)
            let whole = try #require(versions.max { $0.content.questions.count < $1.content.questions.count }).content
            #expect(Set(whole.questions.map(\.kind)).isSuperset(of: [.consent, .file, .choice, .choices, .country, .date]))
            #expect(whole.questions.contains { $0.condition != nil } && whole.sections.contains { $0.purpose.isPrivate })
            #expect(
                whole.questions.allSatisfy { question in Language.allCases.allSatisfy { question.label[$0.rawValue] != nil } })
            #expect(Set(registrations.map(\.state)).isSuperset(of: [.confirmed, .applied, .cancelled]))
            #expect(Set(registrations.map(\.holder.language)).isSuperset(of: Language.allCases))
            #expect(mailings.contains { $0.state == .draft && $0.wording.languages == Language.allCases })
        }
    }

    @Test("each public page is there in each language, with the venue's and the reader's time", .timeLimit(.minutes(15)))
    func pages() async throws {
        try await AppWorld.with(.sqlite) { world in
            try await world.client { client in
                for language in Language.allCases {
                    for path in [
                        "/", "/e/gmc-2025", "/e/gmc-2025/programme", "/e/gmc-2025/changes", "/members", "/editions", "/o/unam",
                        "/sign-in", "/e/gmc-2025/register", "/verify",
                    ] {
                        let response = try await world.get(path + "?lang=\(language.rawValue)", .anonymous, client)
                        #expect(response.status == .ok, "\(path) \(language)")
                        #expect(response.text.contains(#"<html lang="\#(language.rawValue)" dir="\#(language.direction)""#))
                    }
                }
                let beijing = try await world.get("/e/gmc-2025/programme?tz=Asia/Shanghai&lang=en", .anonymous, client).text
                #expect(beijing.contains("23:20"))
                #expect(beijing.contains("01:00"))
            }
        }
    }
}
