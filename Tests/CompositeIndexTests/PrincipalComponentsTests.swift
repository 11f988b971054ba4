import CompositeIndex
import Testing

@Suite struct PrincipalComponentsTests {
    static let normalised = AsemCorpus.file("step-Normalised.csv")

    @Test("two columns have 1 + r and 1 - r; incomplete units are left out")
    func pair() throws {
        let table = Table(columns: [[1, 2, 3, 4, .nan], [1, 3, 2, 4, 9]])
        let components = try PrincipalComponents(of: table, codes: ["a", "b"])
        #expect(components.count == 4)
        #expect(abs(components.eigenvalues[0] - 1.8) < 1e-14 && abs(components.shares[1] - 0.1) < 1e-14)
        #expect(abs(components.loadings(1)[0, 0] - 0.9.squareRoot()) < 1e-14)
    }

    @Test("flat columns and too few units are named")
    func refusals() {
        let flat = Table(columns: [[1, 2, 3], [1, 1, 1]])
        let error = #expect(throws: Problems.self) { try PrincipalComponents(of: flat, codes: ["a", "b"]) }
        #expect(error?.list.map(\.rule) == ["components-flat"] && error?.list.first?.subjects == ["b"])
        let few = #expect(throws: Problems.self) { try PrincipalComponents(of: Table(columns: [[1, 2]]), codes: ["a"]) }
        #expect(few?.list.map(\.rule) == ["components-few-units"])
    }

    @Test("eigenvalues and first components of the ASEM pillars", .enabled(if: normalised != nil))
    func asem() throws {
        let table = try #require(Self.normalised), values = try #require(AsemCorpus.file("pca-eigenvalues.csv"))
        let loadings = try #require(AsemCorpus.file("pca-loadings-PC1.csv"))
        let groups = Dictionary(grouping: loadings.rows, by: { $0[0] })
        #expect(groups.count == 8)
        for (group, rows) in groups {
            let codes = rows.map { $0[1] }
            let components = try PrincipalComponents(of: table.table(codes), codes: codes)
            let expected = values.rows.filter { $0[0] == group }
            #expect(expected.count == codes.count)
            for (place, row) in expected.enumerated() {
                #expect(abs(components.eigenvalues[place] - values.number("eigenvalue", in: row)) < 1e-12)
                #expect(abs(components.shares[place] - values.number("frac", in: row)) < 1e-12)
            }
            let first = rows.map { loadings.number("PC1", in: $0) }, sign: Double = first.reduce(0, +) < 0 ? -1 : 1
            for (place, theirs) in first.enumerated() { #expect(abs(components.vectors[place, 0] - sign * theirs) < 1e-11) }
        }
    }
}
