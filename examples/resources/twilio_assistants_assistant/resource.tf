resource "twilio_assistants_assistant" "concierge" {
  name               = "Concierge"
  personality_prompt = "You help guests of a small hotel. Answer in two sentences, in the guest's language."
}
