import Testing

@testable import Convene

@Suite("What a file says of a session")
struct ImportedFieldsTests {
    @Test(
        "kinds of other programs",
        arguments: [
            ("lecture", ItemKind.talk), ("Workshop", .workshop), ("Long talk (45 minutes)", .talk), ("keynote", .keynote),
            ("Mittagspause / Pause", .break), ("Panel discussion", .roundtable), ("something else", .talk), ("BoF", .meeting),
            ("plenary", .plenary),
        ])
    func kinds(type: String, kind: ItemKind) { #expect(ImportedFields.kind(type, title: "X") == kind) }

    @Test("without a type, a title that is a pause is one")
    func pauses() {
        #expect(ImportedFields.kind("", title: "Coffee Break") == .break)
        #expect(ImportedFields.kind("", title: "Breaking news") == .talk)
        #expect(ImportedFields.kind("lecture", title: "Lunch") == .talk)
    }
}
