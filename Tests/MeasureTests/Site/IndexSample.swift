import Base
import CompositeIndex
import HTML

@testable import Measure

/// Editions and scenes for the tests of the public pages, without a database.
enum IndexSample {
    static func edition(
        _ slug: String = "tiny-2026", period: String = "2026", isSample: Bool = true, number: Int = 1
    ) -> IndexEdition {
        IndexEdition(
            id: Identifier(stored: "00000000-0000-7000-8000-" + String(String(number + 1_000_000_000_000).dropFirst())),
            slug: slug, series: "tiny", period: period,
            name: Localized(["en": "Tiny index", "es": "Índice mínimo"]), isSample: isSample, state: .released,
            seal: IndexEdition.Seal(
                digest: String(repeating: "ab", count: 32), program: FrozenInputs.program, at: Instant(seconds: 1_790_000_000)),
            releasedAt: Instant(seconds: 1_790_000_000))
    }

    static func view(
        _ content: IndexContent = MeasureStage.tiny, _ edition: IndexEdition = edition(), archive: [IndexEdition] = [],
        corrections: [Correction] = []
    ) throws -> IndexView {
        IndexView(edition, content, corrections, archive: archive, build: try content.build())
    }

    static func scene(_ language: Language = .en) -> Scene {
        Scene(words: MeasureStage.book.words(language), now: Instant(seconds: 1_790_000_000))
    }

    /// The demo's sixty invented countries, by another rule at the top.
    static func demo(_ rule: Aggregation.Rule, missing: Aggregation.Missing = .rescale, fills: Bool = true) -> IndexContent {
        var content = MeasureDemo.content
        var steps = content.method.steps.filter { step in
            if case .impute = step { fills } else { true }
        }
        steps[steps.count - 1] = .aggregate(Aggregation([Aggregation.Level(rule, missing: missing)]))
        content.method.steps = steps
        return content
    }

    static func correction() -> Correction {
        Correction(
            id: Identifier(stored: "00000000-0000-7000-8000-000000000031"), edition: edition().id, number: 1,
            at: Instant(seconds: 1_790_100_000), person: nil, unit: "AA", indicator: "p1", old: 3, new: 1,
            reason: Localized("A slip of the pen"), oldDigest: "aaaa", newDigest: "bbbb")
    }
}
