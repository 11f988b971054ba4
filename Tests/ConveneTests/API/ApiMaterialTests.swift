import Base
import Store
import Testing

@testable import Convene

@Suite struct ApiMaterialTests {
    @Test("what is not there is left out; a file has its address here, a link its own")
    func shape() {
        var material = Material(
            id: ProgrammeStage.series, event: ProgrammeStage.id, session: ProgrammeStage.elsewhere, position: 1, kind: .link,
            title: Localized("A"), url: "https://example.org/", createdAt: ProgrammeStage.now)
        #expect(
            json(ApiMaterial(material, of: ProgrammeStage.event, at: "https://x.example"))
                == #"{"addedAt":"2025-12-03T15:00:00Z","authentic":"en","id":"00000000-0000-7000-8000-0000000000aa","#
                + #""kind":"link","title":{"en":"A"},"url":"https://example.org/"}"#)
        material.url = ""
        material.licence = .zero
        material.file = Material.File(id: ProgrammeStage.id, name: "a.pdf", type: "application/pdf", size: 7, sha256: "ff")
        let file = ApiMaterial(material, of: ProgrammeStage.event, at: "https://x.example")
        #expect(file.url == "https://x.example/e/gmc-2025/s/\(ProgrammeStage.elsewhere)/materials/\(material.id)")
        #expect(file.licence == "CC0-1.0")
        #expect(json(file).contains(#""file":{"name":"a.pdf","sha256":"ff","size":7,"type":"application/pdf"}"#))
    }
}
