import Base
import Testing

@testable import Convene

@Suite struct ApiRegistrationReaderTests {
    private let id = ProgrammeStage.id.text
    private func read(_ text: String) throws -> ApiRegistrationReader.Wish {
        try ApiRegistrationReader.wish(try ApiFieldReader.tree(Array(text.utf8)))
    }
    private func faults(_ text: String) throws -> [String: String] {
        do {
            _ = try read(text)
            return [:]
        } catch let faults as ApiFaults {
            return Dictionary(faults.all.map { ($0.field ?? "", $0.words) }, uniquingKeysWith: { first, _ in first })
        }
    }

    @Test("what is sent becomes what a form would hold; it goes the form's way unless it says otherwise")
    func reads() throws {
        let small = try read(#"{"category":"\#(id)","name":"Ana","email":"a@b.example"}"#)
        #expect(small.way == .form)
        #expect(small.code.isEmpty)
        #expect(small.form.language.isEmpty)
        let full = try read(
            #"{"category":"\#(id)","way":"desk","member":"\#(id)","name":" Ana\r\nBcc: b@c.example","email":"a@b.example","#
                + #""latin":"Ana","organisation":"=1+1","country":"mx","language":"es","speaks":["es","ar-EG"]}"#)
        #expect(full.way == .desk)
        #expect(full.member?.text == id)
        let holder = try full.form.holder(reading: .en)
        #expect(holder.name == "Ana Bcc: b@c.example", "one line, and a name")
        #expect(holder.organisation == "=1+1")
        #expect(holder.country == "MX")
        #expect(holder.language == .es)
        #expect(holder.speaks == ["es", "ar-EG"])
    }

    @Test("all faults at once, each with its field")
    func wrong() throws {
        #expect(
            try faults(#"{"category":"x","name":"","email":7,"way":"back","speaks":["1"],"answers":{}}"#) == [
                "category": "api.fault.value", "name": "api.fault.missing", "email": "api.fault.text", "way": "api.fault.value",
                "speaks[0]": "api.fault.tag", "answers": "api.fault.unknown",
            ])
        let start = #"{"category":"\#(id)","name":"Ana","email":"a@b.example","#
        #expect(try faults(start + #""member":"\#(id)"}"#) == ["member": "api.fault.value"], "the form knows it by its code")
        #expect(try faults(start + #""way":"desk","code":"ABCD"}"#) == ["code": "api.fault.value"])
        #expect(
            try faults("[]") == [
                "": "api.fault.object", "category": "api.fault.missing", "name": "api.fault.missing",
                "email": "api.fault.missing",
            ])
    }

    @Test("a target is a kind of place; a verb without fields takes none")
    func small() throws {
        #expect(try ApiRegistrationReader.target(ApiFieldReader.tree(Array(#"{"category":"\#(id)"}"#.utf8))).text == id)
        #expect(throws: ApiFaults.self) { try ApiRegistrationReader.target(ApiFieldReader.tree(Array("{}".utf8))) }
        #expect(throws: ApiFaults.self) { try ApiRegistrationReader.nothing(ApiFieldReader.tree(Array(#"{"x":1}"#.utf8))) }
        try ApiRegistrationReader.nothing(ApiFieldReader.tree(Array("{}".utf8)))
    }
}
