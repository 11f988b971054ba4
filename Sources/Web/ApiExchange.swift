import Base
import HTTPTypes
import Store

extension Answer {
    /// A value as JSON. Its names are a promise: only structs that are made for it come here, never a model.
    package static func json(
        _ value: some Encodable, _ status: HTTPResponse.Status = .ok, keeping: Keeping = .personal, tag: String? = nil
    ) -> Answer {
        var answer = Answer(status, type: "application/json", body: Array(Store.json(value).utf8), keeping: keeping)
        answer.fields[.eTag] = tag
        return answer
    }

    /// 204: done, and nothing to say about it.
    package static func done() -> Answer { Answer(.noContent, type: "application/json", body: []) }
}

extension Exchange {
    /// A value with its tag for whoever may see it: 304 if the reader has it.
    package func tagged(_ value: some Encodable, _ tag: String) -> Answer {
        var answer = Answer.json(value, keeping: .checked, tag: tag)
        if let known = fields[.ifNoneMatch], EntityTag.isKnown(tag, in: known) {
            answer.status = .notModified
            answer.body = []
        }
        return answer
    }

    /// Whoever changes something says which version of it was seen: 428 without `If-Match`, 412 if it was another one.
    package func demandMatch(_ tag: String) throws {
        guard let seen = fields[.ifMatch] else {
            throw Problem(Refusal(.conflict, "refusal.ifMatch"), status: .preconditionRequired)
        }
        guard EntityTag.isMatched(tag, in: seen) else {
            throw Problem(Refusal(.conflict, "refusal.version"), status: .preconditionFailed, fields: [.eTag: tag])
        }
    }
}
