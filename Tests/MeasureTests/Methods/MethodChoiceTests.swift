import Base
import CompositeIndex
import HTML
import Testing

@testable import Measure

@Suite struct MethodChoiceTests {
    @Test("every choice has its words")
    func words() {
        let words = MeasureStage.book.words(.en)
        let keys =
            MethodChoice.imputations.map { "impute.\($0)" } + MethodChoice.transformations.map { "transformation.\($0)" }
            + MethodChoice.normalisations.map { "normalise.\($0)" } + MethodChoice.rules.map { "rule.\($0)" }
            + MethodChoice.missing.map { "missing.\($0)" } + Ranking.Ties.allCases.map { "ties.\($0.rawValue)" }
        #expect(keys.filter { !words.has("measure.\($0)") } == [])
    }

    @Test("fields of a step")
    func fields() {
        #expect(
            MethodChoice.fields(.impute(Imputation(.groupMean("income")))) == ["impute": "groupMean", "imputeGroup": "income"])
        #expect(MethodChoice.fields(.normalise(Normalisation(.minMax(low: 1, high: 100))))["low"] == "1")
    }
}
