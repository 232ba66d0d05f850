exports.handler = (context, event, callback) => {
  const response = new Twilio.twiml.MessagingResponse();
  response.message(context.GREETING);
  return callback(null, response);
};
