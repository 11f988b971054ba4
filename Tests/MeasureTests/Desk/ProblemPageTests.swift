import Base
import CompositeIndex
import Foundation
import HTML
import Testing

@testable import Measure

@Suite struct ProblemPageTests {
    /// Where the rules are that somebody at the desk can meet: reading, framework, method, data.
    private static let folders = [
        "CompositeIndex/Aggregating", "CompositeIndex/Building", "CompositeIndex/Data", "CompositeIndex/Denominating",
        "CompositeIndex/Missing", "CompositeIndex/Normalising", "CompositeIndex/Reading", "Measure/Data", "Measure/Editions",
    ]

    private static func rules() throws -> Set<String> {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Sources").standardized
        let rule = try Regex(#"(?:Problem|tell|told|refusal)\(\s*"([a-z0-9]+(?:-[a-z0-9]+)+)""#, as: (Substring, Substring).self)
        var found: Set<String> = []
        for folder in folders {
            let files = FileManager.default.enumerator(at: sources.appending(path: folder), includingPropertiesForKeys: nil)
            while let file = files?.nextObject() as? URL {
                guard file.pathExtension == "swift" else { continue }
                found.formUnion(try String(contentsOf: file, encoding: .utf8).matches(of: rule).map { String($0.1) })
            }
        }
        return found
    }

    @Test("every rule that the desk can meet has its sentence")
    func sentences() throws {
        let words = MeasureStage.book.words(.en)
        let rules = try Self.rules()
        #expect(rules.count > 90)
        #expect(rules.filter { !words.has("measure.problem.\($0)") }.sorted() == [])
    }

    @Test("a sentence has the subjects of its problem, in every language")
    func subjects() throws {
        let files = [
            "uCode,p1,p1\nAA,1,2\n", "uCode,p1\nAA,x\nBB,5%\nAA,1\n", "uCode,p1\nAA,1,2\nBB\n", "uName,p1\nAA,1\n",
            "Level,iCode,Parent\n1,a,Z\n7,b,a\n,c,b\n", "uCode,Time,p1\nAA,2020,1\nAA,2021,2\nAA,2021,3\n",
        ]
        let problems =
            files.flatMap { IndexFile(name: "t.csv", bytes: Array($0.utf8)).problems }
            + IndexFile(name: "t.csv", bytes: Array("uCode,Time,p1\nAA,2020,1\nAA,2021,2\n".utf8), period: "1999").problems
        #expect(Set(problems.map(\.rule)).count > 8, "\(problems.map(\.rule))")
        for language in Language.allCases {
            let page = ProblemPage.list(IndexSample.scene(language), problems, title: "Problems").text
            #expect(!page.contains("{") && !page.contains(#"<span lang="en""#), "\(language): \(page)")
        }
    }
}
