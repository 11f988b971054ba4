import Base
import HTML
import Web

extension Exchange {
    /// Does what a form asks. What the form or the verb says about a field comes back as the page again, with the
    /// complaint beside the field; every other refusal goes on to the error page.
    func answering(
        _ work: () async throws -> Answer, otherwise page: (Complaints) async throws -> Answer
    ) async throws -> Answer {
        do {
            return try await work()
        } catch let complaints as Complaints {
            return try await page(complaints)
        } catch let refusal as Refusal {
            guard let field = refusal.field else { throw refusal }
            return try await page(Complaints(field, refusal.words, refusal.arguments))
        }
    }
}
