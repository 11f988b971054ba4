import App
import Base
import CompositeIndex
import Foundation
import Measure
import Testing

/// What an edition hands out, computed again by the command line.
@Suite struct IndexFilesTests {
    private static let table = """
        uCode,Time,p1,p2,q1
        AA,2024,1,9,2
        BB,2024,2,7,8
        CC,2024,3,5,4
        AA,2025,2,9,3
        BB,2025,3,7,8
        CC,2025,4,5,4
        AA,2026,3,9,NA
        BB,2026,4,7,8
        CC,2026,5,5.5,4

        """

    private static func content(_ scopes: Scopes?) -> IndexContent {
        let nodes = [
            Node(code: "T", level: 3, parent: nil), Node(code: "P", level: 2, parent: "T"),
            Node(code: "Q", level: 2, parent: "T"),
            Node(code: "p1", level: 1, parent: "P"), Node(code: "p2", level: 1, parent: "P", direction: .negative),
            Node(code: "q1", level: 1, parent: "Q"),
        ]
        return IndexContent(
            nodes: nodes, data: IndexFile(name: "t.csv", bytes: Array(table.utf8), keepsEarlier: true).data,
            method: Method(
                [
                    .impute(Imputation(.latest)), .treat(Treatment()), .normalise(Normalisation(.minMax(low: 1, high: 100))),
                    .aggregate(Aggregation([Aggregation.Level(.arithmetic), Aggregation.Level(.geometric)])),
                ], scopes: scopes))
    }

    @Test(
        "the bundle gives the same numbers again, of every period",
        arguments: [
            nil, Scopes(normalisation: .together), Scopes(normalisation: .eachPeriod),
        ])
    func bundle(scopes: Scopes?) throws {
        let content = IndexFilesTests.content(scopes)
        let series = try content.series()
        let edition = IndexEdition(
            id: Identifier(at: Instant(seconds: 1)), slug: "t-2026", series: "t", period: "2026", name: Localized("T"),
            state: .released)
        var view = IndexView(edition, content, build: series.own)
        view.series = series.points
        let folder = FileManager.default.temporaryDirectory.appending(path: "index-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder.appending(path: "expected"), withIntermediateDirectories: true)
        let files = try EditionArchive(view).bundle()
        for (name, bytes) in files { try Data(bytes).write(to: folder.appending(path: name)) }
        #expect(files.count { $0.name.hasPrefix("expected/") } == (scopes == nil ? 1 : 3))
        func check(_ period: String?, _ expected: String) throws {
            let index = try IndexFiles(
                data: folder.appending(path: "data.csv").path, framework: folder.appending(path: "framework.csv").path,
                method: folder.appending(path: "method.json").path)
            let found = try ScoreCheck(index.build(period), file: folder.appending(path: expected).path)
            #expect(found.differences == [] && found.compared == 21 && found.identical == found.compared, "\(expected)")
        }
        try check(nil, "expected/scores.csv")
        guard scopes != nil else { return }
        try check("2024", "expected/scores-2024.csv")
        try check("2025", "expected/scores-2025.csv")
    }
}
