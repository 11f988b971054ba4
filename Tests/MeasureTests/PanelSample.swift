import CompositeIndex

@testable import Measure

/// Three years of four countries: everybody gains one in p1 each year, and AA was last measured in q1 in 2025.
enum PanelSample {
    static let file = """
        uCode,Time,p1,p2,q1
        AA,2024,1,9,2
        BB,2024,2,7,8
        CC,2024,3,5,4
        DD,2024,4,6,6
        AA,2025,2,9,3
        BB,2025,3,7,8
        CC,2025,4,5,4
        DD,2025,5,6,6
        AA,2026,3,9,NA
        BB,2026,4,7,8
        CC,2026,5,5,4
        DD,2026,6,6,10

        """

    /// nil looks at 2026 alone.
    static func content(_ scope: Scopes.Scope?, _ imputation: Imputation.Rule = .latest) -> IndexContent {
        var content = MeasureStage.tiny
        content.data = IndexFile(name: "panel.csv", bytes: Array(file.utf8), keepsEarlier: true).data
        content.method = Method(
            [
                .impute(Imputation(imputation)), .normalise(Normalisation(.minMax(low: 0, high: 100))),
                .aggregate(Aggregation([Aggregation.Level(.arithmetic)])),
            ], scopes: scope.map { Scopes(normalisation: $0) })
        return content
    }
}
