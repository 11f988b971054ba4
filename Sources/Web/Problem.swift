import Base
import HTML
import HTTPTypes
import Store

/// A "no" for programs (RFC 9457) that has more to say than one refusal: a status of its own or several faults.
package struct Problem: Error {
    package let refusal: Refusal
    /// Where the refusal's own status is not exact enough: 412, 428.
    package let status: HTTPResponse.Status?
    /// One for each field that is wrong.
    package let faults: [Refusal]
    package var fields: HTTPFields

    package init(_ refusal: Refusal, status: HTTPResponse.Status? = nil, faults: [Refusal] = [], fields: HTTPFields = [:]) {
        self.refusal = refusal
        self.status = status
        self.faults = faults
        self.fields = fields
    }

    private struct Body: Encodable {
        let type: String
        let title: String
        let status: Int
        /// What exactly was refused, where `type` says only of what kind the refusal is.
        let code: String
        let errors: [Fault]
    }
    private struct Fault: Encodable {
        let field: String
        let code: String
        let detail: String
    }

    package func answer(_ words: Words) -> Answer {
        let status = status ?? ErrorPage.status(refusal.code)
        let all = faults.isEmpty && refusal.field != nil ? [refusal] : faults
        let body = Body(
            type: "urn:plenaria:\(refusal.code.rawValue)", title: words(refusal.words, refusal.arguments), status: status.code,
            code: refusal.words,
            errors: all.map { Fault(field: $0.field ?? "", code: $0.words, detail: words($0.words, $0.arguments)) })
        var answer = Answer(status, type: Problem.type, body: Array(json(body).utf8), fields: fields)
        if status == .unauthorized { answer.fields[.wwwAuthenticate] = "Bearer" }
        return answer
    }

    package static let type = "application/problem+json"

    /// For what nobody foresaw: the number under which the log has it.
    static func unforeseen(_ requestID: String, _ words: Words) -> Answer {
        struct Body: Encodable {
            let type = "urn:plenaria:unforeseen"
            let title: String
            let status = 500
            let instance: String
            let errors: [Fault] = []
        }
        let body = Body(title: words("error.unforeseen"), instance: "urn:plenaria:request:\(requestID)")
        return Answer(.internalServerError, type: type, body: Array(json(body).utf8))
    }
}
