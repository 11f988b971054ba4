import CompositeIndex
import HTML
import Testing

@testable import Measure

@Suite struct WeightFormTests {
    private func form(_ fields: [(String, String)]) -> WeightForm {
        WeightForm(sent: fields.map { (name: $0.0, value: $0.1) })
    }

    @Test("nothing asks for nothing; a way, a scope and weights before are read")
    func read() throws {
        #expect(try form([]).request(MeasureStage.tiny) == nil)
        #expect(
            try form([("way", "importance"), ("of", "level:2"), ("base", "equal"), ("target", "weights")]).request(
                MeasureStage.tiny) == WeightRequest(way: .importance, scope: .level(2), base: "equal", target: .weights))
    }

    @Test("what is not there is complained about at its field")
    func complaints() {
        func complaint(_ fields: [(String, String)]) -> String? {
            do {
                _ = try form(fields).request(MeasureStage.tiny)
                return nil
            } catch let complaints as Complaints {
                return complaints.all.first?.field
            } catch {
                return "\(error)"
            }
        }
        #expect(complaint([("way", "magic"), ("of", "all")]) == "way")
        #expect(complaint([("way", "critic"), ("of", "node:Q")]) == "of")
        #expect(complaint([("way", "critic"), ("of", "somewhere")]) == "of")
        #expect(complaint([("way", "critic"), ("of", "all"), ("base", "none")]) == "base")
        #expect(complaint([("way", "hierarchy"), ("of", "all")]) == "of")
        #expect(complaint([("way", "hierarchy"), ("of", "node:P"), ("pair-0-1", "10")]) == "pair-0-1")
    }

    @Test("comparisons go from 9 for the one to 9 for the other")
    func judgements() throws {
        #expect(WeightForm.scale.count == 17 && WeightForm.scale.first == "9" && WeightForm.scale.last == "1/9")
        let asked = try form([("way", "hierarchy"), ("of", "node:P")]).request(MeasureStage.tiny)
        #expect(asked?.way == .hierarchy && asked?.judgements == nil)
        let said = try form([("way", "hierarchy"), ("of", "node:P"), ("pair-0-1", "1/4")]).request(MeasureStage.tiny)
        #expect(said?.judgements == [AnalyticHierarchy.Judgement("p1", over: "p2", 0.25)])
    }
}
