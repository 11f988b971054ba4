import CompositeIndex
import Testing

@testable import Measure

@Suite struct ExemptionFormTests {
    @Test("codes may have commas of any script or blanks between, and each counts once")
    func units() {
        func units(_ text: String) -> [String] { ExemptionForm(sent: [(name: "exemptUnits", value: text)]).units }
        #expect(units(" AA, BB;CC  DD ") == ["AA", "BB", "CC", "DD"])
        #expect(units("AA，BB、AA،CC") == ["AA", "BB", "CC"])
        #expect(units(" , ") == [])
    }

    @Test("a form is an exemption")
    func exemption() {
        let form = ExemptionForm(sent: [
            (name: "exemptNode", value: "P"), (name: "exemptUnits", value: "AA"), (name: "exemptReason", value: "No coast\n"),
            (name: "exemptIsGap", value: "yes"),
        ])
        #expect(form.exemption == Exemption(node: "P", units: ["AA"], reason: "No coast", isGap: true))
    }
}
