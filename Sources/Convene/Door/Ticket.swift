import Base

extension TicketSigner {
    /// The text of the QR on a registration's ticket.
    package func text(of registration: Registration) -> String {
        code(event: registration.event.text, number: registration.number, generation: registration.generation).text
    }
}
